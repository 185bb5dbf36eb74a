import type { PrintingState } from '../../../src-main/contract/staff.ts';

/** One way to print, to be chosen. */
export interface PrinterRow {
  /** The setting; absent: what the system has as its usual one. */
  readonly value?: string | undefined;
  /** Key of words for what is no printer by name. */
  readonly key?: string;
  readonly name?: string | undefined;
  readonly called?: string | undefined;
  readonly isChosen: boolean;
  /** The settings name it, and the machine does not have it now. */
  readonly isMissing?: boolean;
}

/** @param chosen what the settings say */
export function printerRows({ printers, usual }: PrintingState, chosen: string | undefined): PrinterRow[] {
  const called = printers.find(({ name }) => name === usual)?.called ?? usual;
  const named = printers.map((printer) => ({
    value: printer.name,
    ...printer,
    isChosen: printer.name === chosen,
  }));
  const isMissing =
    chosen !== undefined && chosen !== 'none' && !printers.some(({ name }) => name === chosen);
  return [
    {
      key: usual === undefined ? 'staff.printing.noUsual' : 'staff.printing.usual',
      called,
      isChosen: chosen === undefined,
    },
    ...named,
    ...(isMissing ? [{ value: chosen, name: chosen, isChosen: true, isMissing }] : []),
    { value: 'none', key: 'staff.printing.none', isChosen: chosen === 'none' },
  ];
}

/** The lines of the contact with one of them changed; empty ones close up. `null`: none are left. */
export function contactWith(lines: readonly string[], at: number, text: string): string[] | null {
  const changed = [...lines];
  changed[at] = text;
  const kept = changed.map((line) => line.trim()).filter(Boolean);
  return kept.length > 0 ? kept : null;
}
