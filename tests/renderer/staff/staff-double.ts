import ui from '../../../locales/en/ui.json' with { type: 'json' };
import type { StaffChange, StaffPanel } from '../../../src-main/contract/staff.ts';
import { Page } from '../../../src-renderer/kiosk/page.svelte.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { boot } from '../page-double.ts';

/** The panel of a small clinic, where IT has set the volume. */
export const panelData: StaffPanel = {
  settings: {
    locale: 'en',
    idleSeconds: 180,
    panelInches: 21.5,
    panelTurn: 0,
    restartAt: '03:30',
    volume: 60,
  },
  locked: ['volume'],
  pinLocked: false,
  languages: [
    { tag: 'en', name: 'English', tours: 2, reviewed: 0, native: 1 },
    { tag: 'es', name: 'Español', tours: 2, reviewed: 2, native: 0 },
  ],
  content: {
    version: 'v1',
    tours: [{ id: 'neck', title: 'The neck', review: 'awaiting-clinician', next: '2027-05-01' }],
    packs: [{ name: 'hand', version: '2', previous: '1' }],
    faults: [{ severity: 'warning', where: 'es/ui.json', what: 'A word is missing.', todo: 'Add it.' }],
  },
  logoChoices: ['/media/usb/logo.png'],
  printing: { able: false, printers: [] },
  health: {
    product: '0.1.0',
    host: { kind: 'browser' },
    now: '2026-11-23T09:30:00Z',
    upSince: '2026-11-20T03:30:00Z',
    starts: 41,
    pageRestarts: 1,
    disk: { free: 41e9, total: 118e9 },
    memory: 96e6,
  },
  use: [{ month: '2026-11', visits: 212, tours: { neck: { opened: 143, finished: 58 } } }],
};

export const PIN = '925817';

export interface StaffDouble {
  page: Page;
  clock: HeldClock;
  /** What was asked of the kiosk, as `METHOD path`, with what was sent. */
  asked: { request: string; body: unknown; pass: string | undefined }[];
  /** Answers that a test puts in the place of the usual ones, by `METHOD path`. */
  answers: Record<string, { status: number; body?: unknown }>;
}

/** A page whose kiosk knows staff; call it before each test, it replaces `fetch`. */
export function staffDouble(panel = panelData): StaffDouble {
  const clock = new HeldClock();
  const asked: StaffDouble['asked'] = [];
  const answers: StaffDouble['answers'] = {};
  let data = panel;

  globalThis.fetch = (input, { method = 'GET', headers, body } = {}) => {
    const request = `${method} ${input as string}`;
    const sent = body === undefined ? undefined : (JSON.parse(body as string) as Record<string, unknown>);
    asked.push({
      request,
      body: sent,
      pass: (headers as Record<string, string> | undefined)?.['Authorization'],
    });
    const { status, body: answer } = answers[request] ?? usual(request, sent);
    return Promise.resolve(
      answer === undefined ? new Response(null, { status }) : Response.json(answer, { status }),
    );
  };
  const usual = (
    request: string,
    sent: Record<string, unknown> | undefined,
  ): { status: number; body?: unknown } => {
    if (request === 'GET /staff') return { status: 200, body: { pin: 'set', open: false, waitMs: 0 } };
    if (request === 'POST /staff/enter')
      return sent?.['pin'] === PIN ? { status: 200, body: { pass: 'p' } } : refused();
    if (request === 'POST /staff/first-pin') return { status: 200, body: { pass: 'p' } };
    if (request === 'PATCH /staff/settings') {
      data = { ...data, settings: { ...data.settings, ...(sent as StaffChange as StaffPanel['settings']) } };
      return { status: 200, body: data };
    }
    if (/staff\/(panel|logo|packs)/.test(request)) return { status: 200, body: data };
    if (request === 'POST /staff/logs/export') return { status: 200, body: { file: '/media/usb/logs.zip' } };
    return { status: 204 };
  };
  const refused = () => ({
    status: 401,
    body: {
      error: { name: 'pin-wrong', what: '', why: '', todo: '' },
      door: { pin: 'set', open: false, waitMs: 0 },
    },
  });
  const words = { ...boot.words, ui: { words: ui, from: {} } };
  return { page: new Page({ ...boot, words }, clock), clock, asked, answers };
}
