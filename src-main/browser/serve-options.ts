import { parseArgs } from 'node:util';
import { exitCode, HostProblem } from './exit-codes.ts';

export interface ServeOptions {
  /** `browser` shows the kiosk in a browser on this machine; `serve` only prints its address. */
  readonly host: 'browser' | 'serve';
  /** An ordinary window in place of the whole screen. */
  readonly windowed: boolean;
  /** The port asked for; 0 is any free port; undefined is the usual one, or a free one where that is taken. */
  readonly port: number | undefined;
  readonly locale: string | undefined;
  /** Folders of content laid over the built-in content, in order. */
  readonly overlays: readonly string[];
  /** Where staff settings are kept; undefined is the usual place. */
  readonly settingsDir: string | undefined;
  /** Only say, as JSON, which browser would be used. */
  readonly findBrowser: boolean;
}

/** @throws HostProblem (usage) that names the first thing wrong */
export function parseServeOptions(args: readonly string[]): ServeOptions {
  const values = readArguments(args);
  const host = values.host ?? 'serve';
  if (host !== 'browser' && host !== 'serve') throw usage(`--host must be browser or serve, not "${host}".`);
  return {
    host,
    windowed: values.windowed ?? false,
    port: values.port === undefined ? undefined : readPort(values.port),
    locale: values.locale,
    overlays: values.content ?? [],
    settingsDir: values.settings,
    findBrowser: values['find-browser'] ?? false,
  };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        host: { type: 'string' },
        windowed: { type: 'boolean' },
        port: { type: 'string' },
        locale: { type: 'string' },
        content: { type: 'string', multiple: true },
        settings: { type: 'string' },
        'find-browser': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw usage((error as Error).message.split('. ')[0] + '.');
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65535)) throw usage(`--port must be a number from 0 to 65535, not "${text}".`);
  return port;
}

const usage = (message: string): HostProblem => new HostProblem(exitCode.usage, message);
