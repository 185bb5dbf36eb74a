/** What the exit code of a host means. Whoever started it reads it: the starter, systemd, the Windows service. */
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
  /** The trial start (`--smoke`) saw no page that was ready in time. */
  notReady: 7,
  /** Another kiosk runs with the same folder of its own. */
  alreadyRunning: 8,
  /** Electron was asked for and its binary is not there, nor could it be had. */
  noElectron: 9,
  /** Staff has left the kiosk: it is not to be started again. */
  left: 10,
  /** It has to be started again, at once. */
  restart: 11,
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
