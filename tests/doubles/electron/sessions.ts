import { EventEmitter } from 'node:events';
import { app, onlyAfterReady, onlyBeforeReady } from './app.ts';
import { DoubleEvent, record } from './records.ts';

export type Handler = (request: Request) => Promise<Response>;
type BeforeRequest = (details: { url: string }, answer: (reply: { cancel?: boolean }) => void) => void;
type Check = (contents: unknown, permission: string, origin: string, details: object) => boolean;
type Ask = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void;

const schemes = new Map<string, object>();

/** The protocols of one session. */
class ProtocolDouble {
  readonly handlers = new Map<string, Handler>();

  registerSchemesAsPrivileged(list: { scheme: string; privileges: object }[]): void {
    onlyBeforeReady('protocol.registerSchemesAsPrivileged');
    record('protocol.registerSchemesAsPrivileged', list);
    for (const { scheme, privileges } of list) schemes.set(scheme, privileges);
  }

  handle(scheme: string, handler: Handler): void {
    onlyAfterReady('protocol.handle');
    if (!schemes.has(scheme)) throw new Error(`The scheme ${scheme} has not been registered.`);
    record('protocol.handle', scheme);
    this.handlers.set(scheme, handler);
  }
}

export class SessionDouble extends EventEmitter {
  readonly protocol = new ProtocolDouble();
  #beforeRequest: BeforeRequest | undefined;
  check: Check = () => true;
  ask: Ask = (_, __, answer) => answer(true);

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      record('session.webRequest.onBeforeRequest');
      this.#beforeRequest = listener;
    },
  };

  /** Whether the program cancels a request. */
  cancels(url: string): boolean {
    let cancelled = false;
    this.#beforeRequest?.({ url }, ({ cancel }) => (cancelled = cancel ?? false));
    return cancelled;
  }

  setPermissionCheckHandler(handler: Check | null): void {
    this.check = handler ?? (() => true);
  }

  setPermissionRequestHandler(handler: Ask | null): void {
    this.ask = handler ?? ((_, __, answer) => answer(true));
  }

  setDevicePermissionHandler(): void {
    record('session.setDevicePermissionHandler');
  }

  setBluetoothPairingHandler(): void {
    record('session.setBluetoothPairingHandler');
  }

  setDisplayMediaRequestHandler(handler: unknown): void {
    record('session.setDisplayMediaRequestHandler', handler);
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    record('session.setSpellCheckerEnabled', enabled);
  }

  setProxy(config: object): Promise<void> {
    record('session.setProxy', config);
    return Promise.resolve();
  }
}

const sessions = new Map<string, SessionDouble>();

function sessionOf(partition: string): SessionDouble {
  onlyAfterReady('session');
  const known = sessions.get(partition);
  if (known) return known;
  const made = new SessionDouble();
  sessions.set(partition, made);
  app.emit('session-created', made);
  return made;
}

export const session = {
  fromPartition(partition: string, options: object = {}): SessionDouble {
    record('session.fromPartition', partition, options);
    return sessionOf(partition);
  },
  get defaultSession(): SessionDouble {
    return sessionOf('');
  },
};

/** Only schemes are registered here; handlers belong to a session. */
export const defaultProtocol = new ProtocolDouble();

export const deniedEvent = (
  emitter: EventEmitter,
  name: string,
  fields: object,
  ...rest: unknown[]
): boolean => {
  const event = new DoubleEvent(fields);
  emitter.emit(name, event, ...rest);
  return event.defaultPrevented;
};
