import { pino } from 'pino';
import type { Clock } from '../clock.ts';
import { clean } from './clean.ts';
import { listLogFiles, LogFiles } from './log-files.ts';
import type { Facts, HeardLog } from './log.ts';

export interface OpenedLog extends HeardLog {
  /** The files of the log, newest first. */
  files(): Promise<string[]>;
  /** Resolves when the last line is on the disk. */
  close(): Promise<void>;
}

export interface OpenLogOptions {
  /** The folder of the files; without one there is the terminal only. */
  readonly dir?: string | undefined;
  /** Takes the sentences without their facts. */
  readonly terminal: (line: string) => void;
  readonly clock: Clock;
  readonly size?: string;
}

type Level = 'info' | 'warn' | 'error';

const spoken: Record<Level, string> = { info: '', warn: 'warning: ', error: 'error: ' };

/** Opens the kiosk's log: sentences on the terminal, JSON lines in files. Logging never fails and never waits. */
export function openLog({ dir, terminal, clock, size }: OpenLogOptions): OpenedLog {
  const tell = (line: string): void => {
    try {
      terminal(line);
    } catch {
      // A terminal that has gone is no reason to stop.
    }
  };
  const files =
    dir === undefined
      ? undefined
      : new LogFiles({
          dir,
          clock,
          ...(size !== undefined && { size }),
          onDown: (why) => tell(`warning: The log cannot be written to ${clean(dir)} (${clean(why)}).`),
          onUp: (missing) => log.warn('The log can be written again.', { missingLines: missing }),
        });
  const lines = pino(
    {
      base: null,
      timestamp: () => `,"time":"${clock.date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    { write: (line) => files?.write(line) },
  );
  const say =
    (level: Level) =>
    (what: string, facts: Facts = {}): void => {
      const sentence = clean(what);
      tell(spoken[level] + sentence);
      lines[level](plain(facts), '%s', sentence);
    };
  const sayError = say('error');
  const ears: ((what: string) => void)[] = [];
  const log: OpenedLog = {
    info: say('info'),
    warn: say('warn'),
    error(what, facts) {
      sayError(what, facts);
      for (const hear of ears) hear(clean(what));
    },
    onError: (hear) => void ears.push(hear),
    files: () => (dir === undefined ? Promise.resolve([]) : listLogFiles(dir)),
    close: () => files?.close() ?? Promise.resolve(),
  };
  return log;
}

/** The names that every line has already. */
const OWN = ['level', 'time', 'msg'];

const plain = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      OWN.includes(name) ? `${name}_` : name,
      typeof value === 'string' ? clean(value) : value,
    ]),
  );
