import type { Boot } from '../../src-main/contract/api.ts';
import en from '../../locales/en/locale.json';
import ui from '../../locales/en/ui.json';

/** What the controls need of a kiosk: the English words. */
export const boot: Boot = {
  version: 'tokens',
  locales: [{ tag: en.tag, name: en.name, dir: 'ltr', invitation: en.invitation }],
  settings: {
    locale: 'en',
    locales: ['en'],
    idleSeconds: 180,
    panelInches: 21.5,
    unreviewed: 'show',
    consult: 'open',
    volume: 60,
    drawing: 'off',
    touch: 'off',
    keys: {},
    keyHoldMs: 0,
    keyLockoutMs: 0,
    scanSeconds: 2,
    asleep: false,
    prints: false,
  },
  host: { kind: 'serve' },
  firstPin: false,
  home: { diagram: 'body', pose: 'rest', camera: 'front' },
  tours: [],
  words: {
    ui: { words: ui, from: {} },
    tours: { words: {}, from: {} },
    language: { words: { keyboard: en.keyboard }, from: {} },
  },
};
