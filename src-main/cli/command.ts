/** Where a command runs, and how it speaks. */
export interface CommandIo {
  /** One line for people or programs. */
  readonly out: (line: string) => void;
  /** One line for people, beside what the command was asked for. */
  readonly err: (line: string) => void;
  /** Folders and files that the command is given are relative to it. */
  readonly cwd: string;
  /** The folder that holds the kiosk's own locales/ and assets/. */
  readonly builtInDir: string;
  /** Of Tonos. */
  readonly version: string;
}

export interface Command {
  readonly name: string;
  /** What follows the name, as in `<pack> --key <file>`. */
  readonly usage: string;
  /** What it does, as a sentence. */
  readonly what: string;
  /**
   * @returns the exit code: 0 done, 1 something is wrong with what it was given
   * @throws CommandProblem when it cannot be done
   */
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>;
}

/** Why a command cannot be done, told without a stack. */
export class CommandProblem extends Error {
  /** 1: it failed; 2: it was called wrongly. */
  readonly code: 1 | 2;

  constructor(message: string, code: 1 | 2 = 1) {
    super(message);
    this.code = code;
  }
}

/** A command that was called wrongly. */
export const wrongUse = (message: string): CommandProblem => new CommandProblem(message, 2);
