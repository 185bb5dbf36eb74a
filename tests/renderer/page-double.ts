import type { Boot } from '../../src-main/contract/api.ts';
import { Page } from '../../src-renderer/kiosk/page.svelte.ts';
import { HeldClock } from '../doubles/held-clock.ts';

const ui = {
  product: 'Tonos',
  controls: { back: 'Back', down: 'Down', up: 'Up' },
  error: { title: 'Sorry.', body: 'Not shown.', retry: 'Try again', home: 'Go home' },
  idle: { title: 'Still there?', body: 'Touch.', stay: 'Here', finish: 'Finish', seconds_other: 'seconds' },
};

/** What a kiosk with two languages, the second lacking words, writes into the page. */
export const boot: Boot = {
  version: 'v1',
  locales: [
    { tag: 'en', name: 'English', dir: 'ltr', invitation: 'Touch to begin' },
    { tag: 'ar', name: 'العربية', dir: 'rtl', invitation: 'المس للبدء' },
  ],
  settings: {
    locale: 'en',
    locales: ['en', 'ar'],
    idleSeconds: 180,
    panelInches: 21.5,
    unreviewed: 'show',
    consult: 'open',
    volume: 60,
    drawing: 'auto',
    touch: 'standard',
    keys: {},
    keyHoldMs: 0,
    keyLockoutMs: 0,
    scanSeconds: 2,
    asleep: false,
    prints: false,
  },
  host: { kind: 'serve' },
  firstPin: false,
  home: { diagram: 'neck', pose: 'rest', camera: 'front' },
  tours: [],
  words: { ui: { words: ui, from: {} }, tours: { words: {}, from: {} }, language: { words: {}, from: {} } },
};

/** What the kiosk of these tests answers, by path; anything else is an error answer. */
export const answers: Record<string, unknown> = {
  '/content/v1/words/ar/ui': {
    words: { ...ui, controls: { back: 'السابق', down: 'Down' } },
    from: { 'controls.down': 'en', 'idle.seconds_other': 'en' },
  },
  '/content/v1/words/ar/tours': { words: {}, from: {} },
  '/content/v1/words/ar/language': { words: {}, from: {} },
};

export interface PageDouble {
  page: Page;
  clock: HeldClock;
  /** Paths that were asked for, in their order. */
  asked: string[];
}

/** A page whose kiosk is a table; call it before each test, it replaces `fetch`. */
export function pageDouble(more: Record<string, unknown> = {}): PageDouble {
  const clock = new HeldClock();
  const asked: string[] = [];
  const table = { ...answers, ...more };
  globalThis.fetch = (input) => {
    const path = input as string;
    asked.push(path);
    const body = table[path];
    const failed = { error: { name: 'not-found', what: 'There is nothing here.', why: '', todo: '' } };
    return Promise.resolve(Response.json(body ?? failed, { status: body === undefined ? 404 : 200 }));
  };
  return { page: new Page(boot, clock), clock, asked };
}
