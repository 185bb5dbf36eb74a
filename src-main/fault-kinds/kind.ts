/** An error leaves something out; a warning says what the kiosk made do with; an info is nobody's to mend. */
export type Severity = 'error' | 'warning' | 'info';

/** A kind of fault: how grave it is, what is said of it, and what to do. */
export interface FaultKind<Detail> {
  readonly severity: Severity;
  readonly what: (detail: Detail) => string;
  readonly todo: string;
}

const kindOf =
  (severity: Severity) =>
  <Detail = void>(what: (detail: Detail) => string, todo: string): FaultKind<Detail> => ({
    severity,
    what,
    todo,
  });

export const error = kindOf('error');
export const warning = kindOf('warning');
export const info = kindOf('info');
