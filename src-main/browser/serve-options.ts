import { hostOptionsOf, readArguments, readWhole, usage, type HostOptions } from '../host-options.ts';

export interface ServeOptions extends HostOptions {
  /** `browser` shows the kiosk in a browser on this machine; `serve` only prints its address. */
  readonly host: 'browser' | 'serve';
  /** The port asked for; 0 is any free port; undefined is the usual one, or a free one where that is taken. */
  readonly port: number | undefined;
  /** Only say, as JSON, which browser would be used. */
  readonly findBrowser: boolean;
}

/** @throws HostProblem (usage) that names the first thing wrong */
export function parseServeOptions(args: readonly string[]): ServeOptions {
  const values = readArguments(args, {
    host: { type: 'string' },
    port: { type: 'string' },
    'find-browser': { type: 'boolean' },
  });
  const host = values.host ?? 'serve';
  if (host !== 'browser' && host !== 'serve') throw usage(`--host must be browser or serve, not "${host}".`);
  return {
    ...hostOptionsOf(values),
    host,
    port: values.port === undefined ? undefined : readWhole('port', values.port, 65_535),
    findBrowser: values['find-browser'] ?? false,
  };
}
