import type { App, BrowserWindow, Input, Session, WebContents } from 'electron';
import { reachesThePage } from './keys.ts';
import {
  preventedOfApp,
  preventedOfContents,
  preventedOfSession,
  preventedOfWindow,
  type Prevented,
} from './lockdown-tables.ts';
import { answerPermissions } from './permissions.ts';

type Told = (what: string) => void;
type Listener = (event: Electron.Event & { url: string; isMainFrame: boolean }, ...rest: unknown[]) => void;

/** Locks every session and every page that there is or will be. To be called once, before the app is ready. */
export function lockDown(app: App, told: Told): void {
  prevent(app, preventedOfApp, told);
  app.on('session-created', (session) => lockSession(session, told));
  app.on('web-contents-created', (_, contents) => lockContents(contents, told));
}

export function lockWindow(
  window: BrowserWindow,
  { windowed }: { readonly windowed: boolean },
  told: Told,
): void {
  window.removeMenu();
  if (!windowed) prevent(window, preventedOfWindow, told);
}

function lockSession(session: Session, told: Told): void {
  prevent(session, preventedOfSession, told);
  answerPermissions(session);
}

function lockContents(contents: WebContents, told: Told): void {
  prevent(contents, preventedOfContents, told);
  contents.setWindowOpenHandler(() => {
    told('window.open');
    return { action: 'deny' };
  });
  contents.on('before-input-event', (event: Electron.Event, input: Input) => {
    if (!reachesThePage(input)) event.preventDefault();
  });
  contents.setIgnoreMenuShortcuts(true);
  contents.on('devtools-opened', () => contents.closeDevTools());
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
  contents.on('did-navigate', () => {
    // Nothing lies behind the page, so that no button and no swipe goes back.
    contents.navigationHistory.clear();
    void contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  });
}

/** Follows a table. Each thing that was tried is told by its name, never with what the page wanted: that may be a visitor's. */
function prevent(emitter: object, table: readonly Prevented[], told: Told): void {
  for (const { what, unless, answer } of table) {
    const listener: Listener = (event, ...rest) => {
      if (unless?.(event)) return;
      event.preventDefault();
      told(what);
      const callback = rest.at(-1);
      if (answer && typeof callback === 'function') (callback as (value: unknown) => void)(answer.with);
    };
    (emitter as NodeJS.EventEmitter).on(what, listener);
  }
}
