import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { CommandProblem } from './command.ts';

/** How a command is told a secret. */
export interface SecretInput {
  /** Whether a person sits there. */
  readonly isTerminal: boolean;
  /** Asks for a line that is not shown while it is typed. */
  ask(question: string): Promise<string>;
  /** All that is piped in. */
  readAll(): Promise<string>;
}

export const processInput: SecretInput = {
  get isTerminal() {
    return process.stdin.isTTY && process.stderr.isTTY;
  },
  readAll: () => text(process.stdin),
  ask(question) {
    const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input: process.stdin, output: silence, terminal: true });
    // Not to the output, which is for the hash alone; and only now, when the terminal shows no more what is typed.
    process.stderr.write(question);
    return new Promise((resolve, reject) => {
      lines.once('SIGINT', () => lines.close());
      lines.once('close', () => reject(new CommandProblem('Nothing was entered.')));
      lines.question('', (answer) => {
        resolve(answer);
        lines.close();
      });
    }).finally(() => process.stderr.write('\n')) as Promise<string>;
  },
};
