import { asArgument, kioskSwitches, noNetwork } from '../chromium/switches.ts';
import type { Clock } from '../clock.ts';
import type { PrintPdf } from '../printing/printers.ts';
import { startBrowser } from './browser-process.ts';
import type { DebuggingPipe } from './debugging-pipe.ts';
import type { Entry } from './entry.ts';
import type { Browser } from './find-browser.ts';
import type { Machine } from './machine.ts';
import { makeProfile, profileParent, removeProfile } from './profile.ts';
import { testOptions } from './screen.ts';

export interface PrintLook {
  /** The kiosk's own address. */
  readonly origin: string;
  readonly profile: string;
  /** As the browser calls itself. */
  readonly name: string;
  /** For tests that run as root. */
  readonly noSandbox?: boolean;
}

/** The arguments of a browser that nobody sees: it shows one sheet, makes a PDF of it, and ends. */
export function printOptions({ origin, profile, name, noSandbox }: PrintLook): string[] {
  const { hostname, port } = new URL(origin);
  return [
    '--headless=new',
    `--user-data-dir=${profile}`,
    name === 'Microsoft Edge' ? '--inprivate' : '--incognito',
    ...kioskSwitches.map(asArgument),
    ...noNetwork(`${hostname}:${port || '80'}`).map(asArgument),
    '--mute-audio',
    '--remote-debugging-pipe',
    ...(noSandbox ? ['--no-sandbox'] : []),
    'about:blank',
  ];
}

/** Inches, as the protocol wants them. */
const PAPERS = {
  a4: { paperWidth: 210 / 25.4, paperHeight: 297 / 25.4 },
  letter: { paperWidth: 8.5, paperHeight: 11 },
} as const;

/** The margins are the sheet's own. */
const NO_MARGINS = { marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 } as const;

export interface PrinterBrowser {
  readonly browser: Browser;
  readonly machine: Machine;
  readonly origin: string;
  readonly entry: Entry;
  readonly clock: Clock;
}

/**
 * Makes the PDF in a second browser without a window: the one that visitors see is not touched, whatever goes wrong. It gets its
 * cookie over the pipe, so that no key stands in the list of processes.
 */
export function printInBrowser({ browser, machine, origin, entry, clock }: PrinterBrowser): PrintPdf {
  return async ({ path, paper, laidOut, signal }) => {
    const profile = await makeProfile(profileParent(browser, machine));
    const { noSandbox } = testOptions(machine.env);
    const look = { origin, profile, name: browser.name, noSandbox };
    const running = startBrowser({
      ...{ browser, profile, clock },
      args: printOptions(look),
      env: machine.env,
      hear: () => undefined,
    });
    const lastMoment = (): void => running.endNow();
    process.once('exit', lastMoment);
    signal.addEventListener('abort', lastMoment, { once: true });
    const gone = running.ended.then(({ why }) => Promise.reject(new Error(why)));
    try {
      return await Promise.race([gone, pdfOf(running.pipe)]);
    } finally {
      gone.catch(() => undefined);
      signal.removeEventListener('abort', lastMoment);
      running.endNow();
      await running.ended;
      process.off('exit', lastMoment);
      // One that something else holds is swept up by the next start.
      await removeProfile(profile).catch(() => undefined);
    }

    async function pdfOf(pipe: DebuggingPipe): Promise<Uint8Array> {
      const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
      const send = (method: string, params: object) => pipe.send(method, params, sessionId as string);
      await send('Network.setCookie', { ...entry.ownCookie(origin), url: origin });
      const { errorText } = await send('Page.navigate', { url: `${origin}${path}` });
      if (errorText) throw new Error(`The sheet cannot be shown: ${errorText as string}.`);
      await laidOut;
      const { data } = await send('Page.printToPDF', {
        ...PAPERS[paper],
        ...NO_MARGINS,
        printBackground: true,
        generateTaggedPDF: true,
      });
      return Buffer.from(data as string, 'base64');
    }
  };
}
