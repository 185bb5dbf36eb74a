import { rmSync } from 'node:fs';
import type { Clock } from '../clock.ts';
import type { Log } from '../log/log.ts';
import type { Entry } from './entry.ts';
import { exitCode, HostProblem } from '../exit-codes.ts';
import { findBrowser, noBrowserMessage, type Browser } from './find-browser.ts';
import { launchBrowser, type Running } from './launch.ts';
import { hasDisplay, type Machine } from './machine.ts';
import { makeProfile, profileParent, removeProfile, sweepProfiles } from './profile.ts';
import { Supervisor, type SupervisorOptions } from './supervisor.ts';

/** How soon a page that is well has its failures forgotten, ms; for tests that cannot wait. */
const testSteadyMs = (env: NodeJS.ProcessEnv): number | undefined =>
  env['TONOS_TEST_STEADY_MS'] === undefined ? undefined : Number(env['TONOS_TEST_STEADY_MS']);

/** What tests may ask for, and nobody else: a browser without a display, and one that runs as root. */
export const testOptions = (env: NodeJS.ProcessEnv) => ({
  headless: env['TONOS_TEST_HEADLESS'] === '1',
  noSandbox: env['TONOS_TEST_NO_SANDBOX'] === '1',
});

/** @throws HostProblem with the reason, when this machine cannot show the kiosk in a browser */
export async function findScreen(machine: Machine, log: Log): Promise<Browser> {
  const { headless, noSandbox } = testOptions(machine.env);
  if (machine.user === 0 && !noSandbox) {
    throw new HostProblem(
      exitCode.root,
      'Tonos is running as root, and a browser does not run safely as root. Start it as an ordinary user.',
    );
  }
  if (!headless && !hasDisplay(machine)) {
    throw new HostProblem(
      exitCode.noDisplay,
      'There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). Start it from the desktop, or use --host serve.',
    );
  }
  const search = await findBrowser(machine);
  if (!search.browser) throw new HostProblem(exitCode.noBrowser, noBrowserMessage(search, machine.platform));
  for (const { path, why } of search.refused) log.info(`Not used: ${path}. ${why}`);
  return search.browser;
}

export interface ScreenOptions {
  readonly browser: Browser;
  readonly machine: Machine;
  readonly origin: string;
  readonly entry: Entry;
  readonly windowed: boolean;
  readonly locale: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Puts the kiosk on the screen and keeps it there: each showing has a fresh profile and a fresh key. */
export async function openScreen(options: ScreenOptions): Promise<Supervisor> {
  const { browser, machine, origin, entry, windowed, locale, clock, log } = options;
  const parent = profileParent(browser, machine);
  for (const folder of await sweepProfiles(parent))
    log.info(`Removed a profile left by an earlier start: ${folder}`);

  const launch: SupervisorOptions['launch'] = async (shown, onCrash) => {
    entry.renew();
    const profile = await makeProfile(parent);
    const address = `${origin}${entry.path}${shown === 'rest' ? '/rest' : ''}`;
    const look = { address, profile, windowed, locale, name: browser.name, ...testOptions(machine.env) };
    let running: Running;
    try {
      running = launchBrowser({ browser, look, clock, env: machine.env, onCrash });
    } catch (error) {
      await removeProfile(profile);
      throw error;
    }
    const lastMoment = () => {
      running.endNow();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    };
    process.once('exit', lastMoment);
    const ended = running.ended.then(async (ending) => {
      // Something else may hold a file of it for a while; the next start sweeps up.
      await removeProfile(profile).catch((error: Error) => log.warn(`A profile stays: ${error.message}.`));
      process.off('exit', lastMoment);
      return ending;
    });
    return { ...running, ended, end: () => running.end().then(() => ended) };
  };
  const steadyMs = testSteadyMs(machine.env);
  return new Supervisor({ launch, address: `${origin}/`, clock, log, closingEnds: windowed, steadyMs });
}
