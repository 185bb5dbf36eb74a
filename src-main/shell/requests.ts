import type { App, Session } from 'electron';
import { NO_PROXY } from '../chromium/switches.ts';
import { isOurs } from './scheme.ts';

/**
 * Cuts a session off from everything but the kiosk: what is not its address is cancelled, and what would get past that
 * meets a proxy that is not there.
 */
export async function cutOff(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }));
  session.setSpellCheckerEnabled(false);
  await session.setProxy({ mode: 'fixed_servers', proxyRules: NO_PROXY, proxyBypassRules: '<-loopback>' });
}

/** No name is looked up, by this program either. To be called when the app is ready. */
export function withoutNames(app: Pick<App, 'configureHostResolver'>): void {
  app.configureHostResolver({
    enableBuiltInResolver: false,
    enableHappyEyeballs: false,
    secureDnsMode: 'off',
    enableAdditionalDnsQueryTypes: false,
  });
}
