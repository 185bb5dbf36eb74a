import { faultKinds, type FaultKind, type Severity } from './fault-kinds.ts';

/** What is wrong with a file that people wrote, told so that they can mend it. */
export interface Fault {
  readonly name: FaultName;
  readonly severity: Severity;
  /** The overlay's or settings folder; empty for the built-in content. */
  readonly folder: string;
  /** Relative to the folder, with forward slashes. */
  readonly file: string;
  /** Where in the file, as in `steps[3].show[0]`; empty for the file as a whole. */
  readonly path: string;
  readonly what: string;
  readonly todo: string;
}

export type Place = Pick<Fault, 'folder' | 'file'> & { readonly path?: string };

export type FaultName = keyof typeof faultKinds;

export type FaultDetail<Name extends FaultName> = Parameters<(typeof faultKinds)[Name]['what']>[0];

/** A fault of the catalogue at a place. */
export function fault<Name extends FaultName>(
  name: Name,
  at: Place,
  ...detail: FaultDetail<Name> extends void ? [] : [FaultDetail<Name>]
): Fault {
  const { severity, what, todo } = faultKinds[name] as FaultKind<unknown>;
  return {
    name,
    severity,
    folder: at.folder,
    file: at.file,
    path: at.path ?? '',
    what: what(detail[0]),
    todo,
  };
}

/** No fault if something holds, else one. */
export const unless = <Name extends FaultName>(
  holds: boolean,
  name: Name,
  at: Place,
  ...detail: FaultDetail<Name> extends void ? [] : [FaultDetail<Name>]
): Fault[] => (holds ? [] : [fault(name, at, ...detail)]);

/** Whether a fault leaves something out. */
export const isError = ({ severity }: Fault): boolean => severity === 'error';

/** Whether a fault is one that somebody should mend. */
export const isToMend = ({ severity }: Fault): boolean => severity !== 'info';

/** A fault as one line for people: `locales/es/tours/neck.json › steps.turn.body: has 74 words, …`. */
export function faultLine({ folder, file, path, what, todo }: Fault): string {
  const where = [folder && `[${folder}]`, file].filter(Boolean).join(' ');
  return `${where}${path && ` › ${path}`}: ${what}. ${todo}`;
}

/** Whether two faults are one and the same. */
export const faultKey = (fault: Fault): string =>
  [fault.name, fault.folder, fault.file, fault.path, fault.what].join('\0');
