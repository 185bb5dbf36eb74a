import type { Log } from '../../src-main/log/log.ts';

/** A log that keeps its lines, each with its level in front. */
export function logDouble(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const say = (level: string) => (what: string) => void lines.push(`${level}: ${what}`);
  return { lines, info: say('info'), warn: say('warning'), error: say('error') };
}
