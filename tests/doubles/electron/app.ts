import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { endBrowser } from './browser.ts';
import { DoubleEvent, record } from './records.ts';

let isReady = false;
let setReady: () => void = () => undefined;
const ready = new Promise<void>((resolve) => (setReady = resolve));

/** @throws as Electron does, when the app is ready already */
export function onlyBeforeReady(what: string): void {
  if (isReady) throw new Error(`${what} should be called before app is ready`);
}

/** @throws as Electron does, when the app is not ready yet */
export function onlyAfterReady(what: string): void {
  if (!isReady) throw new Error(`${what} can only be used when app is ready`);
}

export function becomeReady(): void {
  isReady = true;
  record('app.ready');
  app.emit('ready', new DoubleEvent(), {});
  setReady();
}

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly #switches = new Map<string, string>();

  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      onlyBeforeReady('commandLine.appendSwitch');
      record('app.commandLine.appendSwitch', name, value);
      this.#switches.set(name, value);
    },
  };

  get switches(): ReadonlyMap<string, string> {
    return this.#switches;
  }

  getVersion(): string {
    return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
  }

  whenReady(): Promise<void> {
    return ready;
  }

  setPath(name: string, place: string): void {
    if (!path.isAbsolute(place)) throw new Error('Path must be absolute');
    if (!existsSync(place)) throw new Error(`Failed to set path: there is no ${place}`);
    record('app.setPath', name, place);
  }

  setAppUserModelId(id: string): void {
    record('app.setAppUserModelId', id);
  }

  enableSandbox(): void {
    onlyBeforeReady('app.enableSandbox()');
    record('app.enableSandbox');
  }

  disableDomainBlockingFor3DAPIs(): void {
    onlyBeforeReady('app.disableDomainBlockingFor3DAPIs()');
    record('app.disableDomainBlockingFor3DAPIs');
  }

  configureHostResolver(options: object): void {
    onlyAfterReady('app.configureHostResolver');
    record('app.configureHostResolver', options);
  }

  setAccessibilitySupportEnabled(enabled: boolean): void {
    onlyAfterReady('app.setAccessibilitySupportEnabled');
    record('app.setAccessibilitySupportEnabled', enabled);
  }

  requestSingleInstanceLock(): boolean {
    record('app.requestSingleInstanceLock');
    return process.env['TONOS_DOUBLE_SECOND'] !== '1';
  }

  relaunch(options: object): void {
    record('app.relaunch', options);
    // Its process is about to end, and with it what it remembers.
    process.stdout.write(`app.relaunch ${JSON.stringify(options)}\n`);
  }

  exit(code: number): void {
    record('app.exit', code);
    void endBrowser().finally(() => process.exit(code));
  }
}

export const app = new App();
