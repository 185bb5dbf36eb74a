import type { Readable, Writable } from 'node:stream';

export interface DebuggingEvent {
  readonly method: string;
  readonly params: Record<string, unknown>;
  readonly session: string | undefined;
}

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
  sessionId?: string;
}

interface Waiting {
  readonly resolve: (result: Record<string, unknown>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The browser's debugging protocol over two pipes that only this process and the browser hold: no port is opened.
 * Messages are JSON, each ended by a zero byte.
 */
export class DebuggingPipe {
  readonly #toBrowser: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #hear: (event: DebuggingEvent) => void;
  #lastId = 0;

  constructor(toBrowser: Writable, fromBrowser: Readable, hear: (event: DebuggingEvent) => void) {
    this.#toBrowser = toBrowser;
    this.#hear = hear;
    let rest = '';
    fromBrowser.setEncoding('utf8');
    fromBrowser.on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#take(JSON.parse(message) as Message);
    });
    // A browser that ends breaks its pipes; its exit is what is listened to.
    fromBrowser.on('error', () => undefined);
    toBrowser.on('error', () => undefined);
    fromBrowser.on('close', () => this.#giveUp());
  }

  /** Rejects when the browser refuses or ends. */
  send(method: string, params: object = {}, session?: string): Promise<Record<string, unknown>> {
    const id = ++this.#lastId;
    const message = { id, method, params, ...(session && { sessionId: session }) };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#toBrowser.write(JSON.stringify(message) + '\0');
    });
  }

  #take({ id, method, params = {}, result = {}, error, sessionId }: Message): void {
    if (method) this.#hear({ method, params, session: sessionId });
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }

  #giveUp(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('The browser has ended.'));
    this.#waiting.clear();
  }
}
