import type { Log } from './log.ts';

/** A log of lines for people, as a terminal shows them: the level in front where it matters. */
export const terminalLog = (line: (text: string) => void): Log => ({
  info: (what) => line(what),
  warn: (what) => line(`warning: ${what}`),
  error: (what) => line(`error: ${what}`),
});
