import type { Clock } from '../clock.ts';
import { browserOptions, type BrowserLook } from './browser-options.ts';
import { startBrowser, type BrowserProcess } from './browser-process.ts';
import type { Browser } from './find-browser.ts';
import { PageWatch } from './page-watch.ts';

export type { Ending } from './browser-process.ts';

export interface Running extends Pick<BrowserProcess, 'ended' | 'end' | 'endNow'> {
  /** Leads its page anew to an address of the kiosk. Rejects when the page cannot be led. */
  lead(address: string): Promise<void>;
}

export interface LaunchOptions {
  readonly browser: Browser;
  readonly look: BrowserLook;
  readonly clock: Clock;
  readonly env: NodeJS.ProcessEnv;
  /** Called when the page has crashed and the browser lives. */
  readonly onCrash: (why: string) => void;
}

/** Starts a browser and watches its page. */
export function launchBrowser({ browser, look, clock, env, onCrash }: LaunchOptions): Running {
  const running = startBrowser({
    ...{ browser, clock, env },
    args: browserOptions(look),
    profile: look.profile,
    hear: (event) => watch.hear(event),
  });
  const watch = new PageWatch({
    pipe: running.pipe,
    clock,
    origin: new URL(look.address).origin,
    fills: !look.windowed && !look.headless,
    onCrash,
  });
  watch.start();
  return {
    ended: running.ended.finally(() => watch.stop()),
    end: () => running.end(),
    endNow: () => running.endNow(),
    lead: (address) => watch.lead(address),
  };
}
