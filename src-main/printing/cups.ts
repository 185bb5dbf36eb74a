import type { Clock } from '../clock.ts';
import type { PrintTrouble } from '../contract/sheet.ts';
import type { Printer, PrinterList, Printers, PrintPdf } from './printers.ts';
import type { RunProgram } from './programs.ts';

/** How long a sheet is followed on its way through the queue, ms, and how often it is looked at. */
const FOLLOWED = 20_000;
const LOOK = 1_000;
/** How long a printer may take to answer: some sleep, ms. */
const WAKES = 8_000;

/** What CUPS says under the name of a printer that it does not reach; it goes on trying, and knows no reason for it. */
const SILENT =
  /may not exist|unavailable at this time|not responding|unreachable|unable to (locate|contact|connect)/i;

export interface CupsOptions {
  readonly run: RunProgram;
  readonly clock: Clock;
  readonly printPdf: PrintPdf;
}

/**
 * The printers of CUPS, on Linux and macOS. The sheet goes to `lp` from memory. It is followed until it has left the queue; one that
 * the printer cannot take now is taken back, since a queue keeps what it waits with on the disk.
 */
export function cupsPrinters({ run, clock, printPdf }: CupsOptions): Printers {
  const pause = (): Promise<void> => new Promise((resolve) => void clock.after(LOOK, resolve));
  const optionsOf = async (printer: string): Promise<Options> =>
    optionsIn(await run('lpoptions', ['-p', printer]));
  const isQueued = async (job: string): Promise<boolean> =>
    (await run('lpstat', ['-W', 'not-completed', '-o']))
      .split('\n')
      .some((line) => line.startsWith(`${job} `));

  async function list(): Promise<PrinterList> {
    try {
      // Not `lpstat -e`, which asks the network for more than was set up here.
      const names = namesIn(await run('lpstat', ['-p']));
      const printers = await Promise.all(names.map(calledBy));
      const usual = usualIn(await run('lpstat', ['-d']).catch(() => ''));
      return { printers, ...(usual !== undefined && names.includes(usual) && { usual }) };
    } catch {
      return { printers: [] };
    }
  }

  async function calledBy(name: string): Promise<Printer> {
    const called = (await optionsOf(name).catch(() => undefined))?.get('printer-info');
    return { name, ...(called && called !== name && { called }) };
  }

  async function follow(printer: string, job: string): Promise<PrintTrouble | undefined> {
    let silent = 0;
    for (let waited = 0; waited < FOLLOWED; waited += LOOK) {
      if (!(await isQueued(job))) return undefined;
      const trouble = troubleOf(await optionsOf(printer));
      if (trouble) return trouble;
      silent = SILENT.test(await run('lpstat', ['-p', printer])) ? silent + LOOK : 0;
      if (silent >= WAKES) return 'away';
      await pause();
    }
    return undefined;
  }

  return {
    list,
    async print(printer, view) {
      const before = await optionsOf(printer).then(troubleOf, () => 'away' as const);
      if (before) return before;
      const pdf = await printPdf(view);
      view.signal.throwIfAborted();
      const media = view.paper === 'letter' ? 'Letter' : 'A4';
      const told = await run('lp', ['-d', printer, '-t', 'Tonos', '-o', `media=${media}`, '-'], pdf).catch(
        () => undefined,
      );
      if (told === undefined) return 'refused';
      const job = /request id is (\S+)/.exec(told)?.[1];
      if (job === undefined) return undefined;
      const trouble = await follow(printer, job).catch(() => undefined);
      if (trouble) await run('cancel', [job]).catch(() => undefined);
      return trouble;
    },
  };
}

type Options = ReadonlyMap<string, string>;

/** `printer Office is idle.  enabled since …` → `Office`; what follows a name is indented. */
export const namesIn = (printed: string): string[] =>
  [...printed.matchAll(/^printer (\S+) /gm)].map(([, name = '']) => name);

export const usualIn = (printed: string): string | undefined =>
  /^system default destination: (\S+)$/m.exec(printed)?.[1];

/** `copies=1 printer-info='Ward 2' printer-state=3` as a map. */
export function optionsIn(printed: string): Options {
  const pairs = printed.matchAll(/([\w-]+)=(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\S*))/g);
  return new Map(
    [...pairs].map(([, name = '', single, double, bare = '']) => [
      name,
      (single ?? double ?? bare).replaceAll(/\\(.)/g, '$1'),
    ]),
  );
}

/** As CUPS numbers it: idle 3, printing 4, stopped 5. See RFC 8011, 5.4.11. */
const STOPPED = '5';

/** Reasons that keep a printer from printing, without what they end in. See RFC 8011, 5.4.12. */
const REASONS: readonly (readonly [PrintTrouble, RegExp])[] = [
  ['paper', /^(media-empty|media-needed|input-tray-missing)$/],
  ['jam', /^(media-jam|output-area-full|output-tray-missing|cover-open|door-open|interlock-open)$/],
  ['ink', /^(toner-empty|marker-supply-empty|marker-waste-full)$/],
  ['away', /^(offline|timed-out|shutdown|paused|hold-new-jobs)$/],
];

/** Warnings, such as of little toner, keep a printer from nothing; that it is off is told as no more than a report. */
const reasonsOf = (options: Options): readonly string[] =>
  (options.get('printer-state-reasons') ?? '')
    .split(',')
    .filter((reason) => reason === 'offline-report' || !/-(warning|report)$/.test(reason))
    .map((reason) => reason.replace(/-(error|report)$/, ''));

/** What keeps a printer from printing now. */
export function troubleOf(options: Options): PrintTrouble | undefined {
  if (options.get('printer-is-accepting-jobs') === 'false') return 'refused';
  const reasons = reasonsOf(options);
  const told = REASONS.find(([, pattern]) => reasons.some((reason) => pattern.test(reason)))?.[0];
  return told ?? (options.get('printer-state') === STOPPED ? 'away' : undefined);
}
