import type { Log } from './log.ts';

/**
 * Logs what nobody caught. The kiosk goes on: the page is watched in other ways, and without a listener Node would end the
 * process, and Electron put a dialog over the page.
 */
export function logWhatIsUncaught(process: Pick<NodeJS.Process, 'on'>, log: Log): void {
  const tell = (error: unknown): void =>
    log.error(`Uncaught: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}
