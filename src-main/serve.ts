/** The browser host: the kiosk on loopback, shown by the browser that is already on the machine. */
import path from 'node:path';
import { BrowserHost } from './browser/browser-host.ts';
import { whenAskedToEnd } from './browser/ending.ts';
import { Entry } from './browser/entry.ts';
import { findBrowser } from './browser/find-browser.ts';
import { guard } from './browser/guard.ts';
import { listen } from './browser/listen.ts';
import { thisMachine } from './browser/machine.ts';
import { Report } from './browser/report.ts';
import { printInBrowser } from './browser/print-in-browser.ts';
import { findScreen, openScreen } from './browser/screen.ts';
import { parseServeOptions } from './browser/serve-options.ts';
import { systemClock } from './clock.ts';
import { controlKiosk } from './control/control-kiosk.ts';
import { turnPanel } from './display/turn-panel.ts';
import { exitCode, HostProblem, type ExitCode } from './exit-codes.ts';
import { openKiosk } from './kiosk.ts';
import { LOG_FOLDER } from './log/log-files.ts';
import { openLog } from './log/open-log.ts';
import { terminalLog } from './log/terminal-log.ts';
import { logWhatIsUncaught } from './log/uncaught.ts';
import type { PrintView } from './printing/printers.ts';
import { systemPrinting } from './printing/system-printing.ts';
import { builtInPlaces, usualProvisionedFile, usualStateDir } from './places.ts';

const project = path.resolve(import.meta.dirname, '../..');
const machine = thisMachine;
const clock = systemClock;
const report = new Report(process);
const askedToEnd = whenAskedToEnd(process);

async function run(): Promise<ExitCode> {
  const options = parseServeOptions(process.argv.slice(2));
  if (options.findBrowser) {
    console.log(JSON.stringify(await findBrowser(machine)));
    return exitCode.ended;
  }
  const stateDir = options.stateDir ?? usualStateDir(machine);
  const host = new BrowserHost({
    capabilities: { kind: options.host },
    report,
    turn: (degrees) => turnPanel(degrees, machine),
    // Where the page is opened by hand, in a browser of anybody's, nothing is printed.
    ...(options.host === 'browser' && { printing: systemPrinting({ machine, clock, printPdf }) }),
  });
  function printPdf(view: PrintView): Promise<Uint8Array> {
    if (!browser) return Promise.reject(new Error('There is no browser.'));
    return printInBrowser({ browser, machine, origin: server.origin, entry, clock })(view);
  }
  // Before anything is written: the folder may be another kiosk's.
  const control = await controlKiosk({
    stateDir,
    machine,
    host,
    log: terminalLog(report.log),
    status: () => kiosk.status(),
  });
  const log = openLog({ dir: path.join(stateDir, LOG_FOLDER), terminal: report.log, clock });
  host.log = log;
  logWhatIsUncaught(process, log);
  const browser = options.host === 'browser' ? await findScreen(machine, log) : undefined;
  const kiosk = await openKiosk({
    ...builtInPlaces(project),
    overlays: options.overlays,
    stateDir,
    provisionedFile: options.provisionedFile ?? usualProvisionedFile(machine),
    locale: options.locale,
    host,
    log,
    logFiles: () => log.files(),
    clock,
  }).catch((error: Error) => {
    throw new HostProblem(exitCode.fault, error.message);
  });

  const entry = new Entry({ reusable: !browser });
  const server = await listen({
    port: options.port,
    answer: (port) => guard({ port, entry, fetch: (request) => kiosk.fetch(request), log }),
    log,
  });

  if (browser) {
    report.browser(browser);
    const { origin } = server;
    const { windowed, locale } = options;
    const to = { browser, machine, origin, entry, windowed, locale, clock, log };
    host.screen = await openScreen(to);
  } else {
    report.address(`${server.origin}${entry.path}`);
  }

  const ended = Promise.race([askedToEnd, host.screen?.finished ?? askedToEnd]).then(() => exitCode.ended);
  const code = await Promise.race([ended, host.asked]);
  await host.screen?.stop();
  await server.close();
  await control.close();
  await kiosk.close();
  await log.close();
  return code;
}

try {
  process.exit(await run());
} catch (error) {
  if (!(error instanceof HostProblem)) throw error;
  await report.problem(error.message);
  process.exit(error.code);
}
