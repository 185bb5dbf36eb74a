import { describe, expect, it } from 'vitest';
import { cupsPrinters, namesIn, optionsIn, troubleOf } from '../../../src-main/printing/cups.ts';
import type { PrintView } from '../../../src-main/printing/printers.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

const PRINTERS = `printer Office is idle.  enabled since Mon Nov 30 07:57:57 2026
printer Ward-2 disabled since Mon Nov 30 07:58:48 2026 -
	Out of toner
printer Desk now printing Desk-4.  enabled since Mon Nov 30 07:58:39 2026
	The printer may not exist or is unavailable at this time.
`;
const IDLE =
  "copies=1 printer-info='Office on floor 2' printer-is-accepting-jobs=true printer-location printer-state=3 printer-state-reasons=none";
const PDF = new TextEncoder().encode('%PDF-1.7');

const view = (signal = new AbortController().signal): PrintView => ({
  path: '/sheet/ticket',
  paper: 'a4',
  laidOut: Promise.resolve(),
  signal,
});

/** CUPS as a table of what its programs print; a list is used up from its front, its last stays. */
function cups(printed: Record<string, string | string[]>) {
  const clock = new HeldClock();
  const ran: string[] = [];
  const inputs: Uint8Array[] = [];
  const run = (program: string, args: readonly string[], input?: Uint8Array): Promise<string> => {
    const line = [program, ...args].join(' ');
    ran.push(line);
    if (input) inputs.push(input);
    const text = printed[line] ?? printed[program];
    if (text === undefined) return Promise.reject(new Error('ENOENT'));
    if (typeof text === 'string') return Promise.resolve(text);
    return Promise.resolve(text.length > 1 ? text.shift()! : text[0]!);
  };
  const printers = cupsPrinters({ run, clock, printPdf: () => Promise.resolve(PDF) });
  return { clock, ran, inputs, printers };
}

const LP = 'request id is Office-12 (0 file(s))\n';
const QUEUED = 'Office-12                kiosk            51200   Mon Nov 30 07:58:18 2026\n';
const QUEUE = 'lpstat -W not-completed -o';

describe('the printers of CUPS', () => {
  it('are those that were set up, with what people call them, and the usual one', async () => {
    const { printers, ran } = cups({
      'lpstat -p': PRINTERS,
      'lpstat -d': 'system default destination: Office\n',
      'lpoptions -p Office': IDLE,
      lpoptions: 'printer-info=Ward-2',
    });
    expect(await printers.list()).toEqual({
      printers: [
        { name: 'Office', called: 'Office on floor 2' },
        { name: 'Ward-2' },
        { name: 'Desk', called: 'Ward-2' },
      ],
      usual: 'Office',
    });
    expect(ran.join('\n')).not.toContain('lpstat -e');
  });

  it.each([
    ['CUPS is not installed', {}],
    ['no printer was set up', { lpstat: 'lpstat: No destinations added.\n' }],
  ])('are none where %s', async (_, printed) => {
    expect((await cups(printed).printers.list()).printers).toEqual([]);
  });

  it('get the sheet from memory, by a list of arguments', async () => {
    const { printers, ran, inputs } = cups({ lpoptions: IDLE, lp: LP, [QUEUE]: '' });
    expect(await printers.print('Office', view())).toBeUndefined();
    expect(ran).toContain('lp -d Office -t Tonos -o media=A4 -');
    expect(inputs).toEqual([PDF]);
    expect(ran.join()).not.toContain('cancel');
  });

  it.each([
    ['paper', 'printer-state=3 printer-state-reasons=media-empty-error'],
    ['ink', 'printer-state=3 printer-state-reasons=toner-empty'],
    ['jam', 'printer-state=5 printer-state-reasons=cover-open-error,marker-supply-low-warning'],
    ['away', 'printer-state=5 printer-state-reasons=paused'],
    ['away', 'printer-state=3 printer-state-reasons=offline-report'],
    ['away', 'printer-state=5 printer-state-reasons=none'],
    ['refused', 'printer-is-accepting-jobs=false printer-state=3 printer-state-reasons=none'],
  ])('say %s before anything is sent', async (trouble, options) => {
    const { printers, ran } = cups({ lpoptions: options });
    expect(await printers.print('Office', view())).toBe(trouble);
    expect(ran).toEqual(['lpoptions -p Office']);
  });

  it('take a sheet back that meets an empty tray on its way', async () => {
    const { printers, ran, clock } = cups({
      lpoptions: [IDLE, IDLE, 'printer-state=5 printer-state-reasons=media-needed-error'],
      lp: LP,
      'lpstat -p Office': 'printer Office now printing Office-12.\n',
      [QUEUE]: QUEUED,
      cancel: '',
    });
    const printed = printers.print('Office', view());
    await clock.passAndSettle(3_000);
    expect(await printed).toBe('paper');
    expect(ran.at(-1)).toBe('cancel Office-12');
  });

  it('take a sheet back from a printer that does not answer', async () => {
    const { printers, ran, clock } = cups({
      lpoptions: IDLE,
      lp: LP,
      'lpstat -p Office': 'printer Office now printing Office-12.\n\tThe printer is not responding.\n',
      [QUEUE]: QUEUED,
      cancel: '',
    });
    const printed = printers.print('Office', view());
    await clock.passAndSettle(20_000);
    expect(await printed).toBe('away');
    expect(ran.at(-1)).toBe('cancel Office-12');
  });

  it('leave a sheet that waits for others where it is', async () => {
    const { printers, ran, clock } = cups({
      lpoptions: IDLE,
      lp: LP,
      'lpstat -p Office': 'printer Office now printing Office-11.\n',
      [QUEUE]: QUEUED,
    });
    const printed = printers.print('Office', view());
    await clock.passAndSettle(30_000);
    expect(await printed).toBeUndefined();
    expect(ran.join()).not.toContain('cancel');
  });

  it('are given nothing that nobody wants any more', async () => {
    const { printers, ran } = cups({ lpoptions: IDLE, lp: LP });
    await expect(printers.print('Office', view(AbortSignal.abort()))).rejects.toThrow();
    expect(ran.join()).not.toContain('lp -d');
  });

  it('refuse what lp refuses', async () => {
    expect(await cups({ lpoptions: IDLE }).printers.print('Office', view())).toBe('refused');
  });
});

it('reads names and options as CUPS writes them', () => {
  expect(namesIn(PRINTERS)).toEqual(['Office', 'Ward-2', 'Desk']);
  expect(
    Object.fromEntries(optionsIn(String.raw`a=1 printer-info='It\'s here' b="two words" c= d=x`)),
  ).toEqual({
    a: '1',
    'printer-info': "It's here",
    b: 'two words',
    c: '',
    d: 'x',
  });
});

it('lets a warning pass', () => {
  const options = optionsIn('printer-state=3 printer-state-reasons=toner-low-warning,media-low-report');
  expect(troubleOf(options)).toBeUndefined();
});
