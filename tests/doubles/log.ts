import type { HeardLog } from '../../src-main/log/log.ts';

/** A log that keeps its lines, each with its level in front. */
export function logDouble(): HeardLog & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const ears: ((what: string) => void)[] = [];
  const say = (level: string) => (what: string) => void lines.push(`${level}: ${what}`);
  return {
    lines,
    info: say('info'),
    warn: say('warning'),
    error(what) {
      say('error')(what);
      for (const hear of ears) hear(what);
    },
    onError: (hear) => void ears.push(hear),
  };
}
