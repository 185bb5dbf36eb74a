/** The browser host: the kiosk on loopback, shown by the browser that is already on the machine. */
import path from 'node:path';
import { whenAskedToEnd } from './browser/ending.ts';
import { Entry } from './browser/entry.ts';
import { exitCode, HostProblem, type ExitCode } from './browser/exit-codes.ts';
import { findBrowser } from './browser/find-browser.ts';
import { guard } from './browser/guard.ts';
import { listen } from './browser/listen.ts';
import { thisMachine } from './browser/machine.ts';
import { usualSettingsDir } from './browser/places.ts';
import { Report } from './browser/report.ts';
import { findScreen, openScreen } from './browser/screen.ts';
import { parseServeOptions } from './browser/serve-options.ts';
import type { Supervisor } from './browser/supervisor.ts';
import { systemClock } from './clock.ts';
import { openKiosk } from './kiosk.ts';

const dist = path.dirname(import.meta.dirname);
const report = new Report(process);
const askedToEnd = whenAskedToEnd(process);

async function run(): Promise<ExitCode> {
  const options = parseServeOptions(process.argv.slice(2));
  if (options.findBrowser) {
    console.log(JSON.stringify(await findBrowser(thisMachine)));
    return exitCode.ended;
  }
  const browser = options.host === 'browser' ? await findScreen(thisMachine, report.log) : undefined;

  let screen: Supervisor | undefined;
  const kiosk = await openKiosk({
    pageDir: path.join(dist, 'renderer'),
    builtInDir: path.dirname(dist),
    overlays: options.overlays,
    settingsDir: options.settingsDir ?? usualSettingsDir(thisMachine),
    locale: options.locale,
    host: { kind: options.host },
    onReady: () => {
      screen?.pageIsReady();
      report.ready();
    },
    log: report.log,
  }).catch((error: Error) => {
    throw new HostProblem(exitCode.fault, error.message);
  });

  const entry = new Entry({ reusable: !browser });
  const server = await listen({
    port: options.port,
    answer: (port) => guard({ port, entry, fetch: (request) => kiosk.fetch(request), log: report.log }),
    log: report.log,
  });

  if (browser) {
    report.browser(browser);
    const { origin } = server;
    const { windowed, locale } = options;
    const machine = thisMachine;
    screen = await openScreen({
      browser,
      machine,
      origin,
      entry,
      windowed,
      locale,
      clock: systemClock,
      log: report.log,
    });
  } else {
    report.address(`${server.origin}${entry.path}`);
  }

  await Promise.race([askedToEnd, screen?.finished ?? askedToEnd]);
  await screen?.stop();
  await server.close();
  kiosk.close();
  return exitCode.ended;
}

try {
  process.exit(await run());
} catch (error) {
  if (!(error instanceof HostProblem)) throw error;
  await report.problem(error.message);
  process.exit(error.code);
}
