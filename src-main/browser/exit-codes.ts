/** What the exit code of `serve.js` means. The starter reads it to decide whether another host may work. */
export const exitCode = {
  /** Ended because it was asked to. */
  ended: 0,
  /** Something broke that should not have; the reason is printed. */
  fault: 1,
  /** An option is unknown or has a bad value. */
  usage: 2,
  /** No browser that can show the kiosk. */
  noBrowser: 3,
  /** The port that was asked for is taken or not allowed. */
  portTaken: 4,
  /** A browser was asked for while running as root. */
  root: 5,
  /** A browser was asked for and there is no display. */
  noDisplay: 6,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** A reason for which this host cannot run, in words for the person who started it. */
export class HostProblem extends Error {
  override readonly name = 'HostProblem';
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}
