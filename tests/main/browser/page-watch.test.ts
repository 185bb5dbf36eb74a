import { beforeEach, expect, it } from 'vitest';
import { PageWatch } from '../../../src-main/browser/page-watch.ts';
import { HeldClock, settle } from '../../doubles/held-clock.ts';

const origin = 'http://127.0.0.1:4518';
let clock: HeldClock;
let sent: { method: string; params: unknown }[];
let troubles: string[];
let answers: boolean;
let killed: number[];
let watch: PageWatch;

const processInfo = [
  { type: 'browser', id: 70 },
  { type: 'renderer', id: 71 },
  { type: 'renderer', id: 72 },
  { type: 'GPU', id: 73 },
];

beforeEach(() => {
  clock = new HeldClock();
  sent = [];
  troubles = [];
  killed = [];
  answers = true;
  const send = (method: string, params: object = {}) => {
    sent.push({ method, params });
    if (method === 'SystemInfo.getProcessInfo') return Promise.resolve({ processInfo });
    return answers ? Promise.resolve({}) : new Promise<Record<string, unknown>>(() => undefined);
  };
  watch = new PageWatch({
    pipe: { send },
    origin,
    clock,
    fills: true,
    onCrash: (why) => troubles.push(why),
    kill: (pid) => killed.push(pid),
  });
  watch.start();
});

const target = (url: string, type = 'page') => ({ targetInfo: { type, url, targetId: 'id' } });
const attach = () =>
  watch.hear({
    method: 'Target.attachedToTarget',
    params: { ...target(origin), sessionId: 's' },
    session: undefined,
  });

it('notices a page that crashed', () => {
  attach();
  watch.hear({ method: 'Target.targetCrashed', params: {}, session: undefined });
  expect(troubles).toEqual(['The page crashed.']);
});

const crash = { method: 'Target.targetCrashed', params: {}, session: undefined };
const led = () => sent.filter(({ method }) => method === 'Page.navigate').length;

it('leads a page that crashed back', async () => {
  await expect(watch.lead(`${origin}/`)).rejects.toThrow('There is no page.');
  attach();
  watch.hear(crash);
  await watch.lead(`${origin}/`);
  expect(sent).toContainEqual({ method: 'Page.navigate', params: { url: `${origin}/` } });
  expect(killed).toEqual([]);
});

it('ends the process of a page that hangs before it leads it back, and takes that for no crash', async () => {
  attach();
  const leading = watch.lead(`${origin}/`);
  await settle();
  expect([killed, led()]).toEqual([[71, 72], 0]);
  watch.hear(crash);
  await leading;
  expect([led(), troubles]).toEqual([1, []]);
  watch.hear(crash);
  expect(troubles).toEqual(['The page crashed.']);
});

it('looks at the size of the window again and again, also when a look stays without an answer', async () => {
  attach();
  const looks = () => sent.filter(({ method }) => method === 'Runtime.evaluate').length;
  answers = false;
  await clock.passAndSettle(62_000);
  expect(looks()).toBe(8);
});

it.each([
  ['http://elsewhere.example/', 'page', true],
  ['http://127.0.0.1:45180/', 'page', true],
  ['file:///etc/passwd', 'page', true],
  [`${origin}/`, 'page', false],
  ['about:blank', 'page', false],
  ['chrome://crash/', 'page', false],
  ['http://elsewhere.example/', 'service_worker', false],
])('of its own window, %s (%s) is closed: %s', (url, type, closed) => {
  attach();
  watch.hear({ method: 'Target.targetInfoChanged', params: target(url, type), session: undefined });
  expect(sent.some(({ method }) => method === 'Target.closeTarget')).toBe(closed);
});

it.each([`${origin}/`, 'about:blank', 'chrome://newtab/', 'chrome://print/', 'chrome-extension://a/b'])(
  'no second window stays, not even %s',
  (url) => {
    attach();
    const params = { targetInfo: { type: 'page', url, targetId: 'second' } };
    watch.hear({ method: 'Target.targetCreated', params, session: undefined });
    expect(sent).toContainEqual({ method: 'Target.closeTarget', params: { targetId: 'second' } });
  },
);

it('says nothing once it is stopped', async () => {
  attach();
  await clock.passAndSettle(10_000);
  watch.stop();
  await clock.passAndSettle(60_000);
  watch.hear({ method: 'Target.targetCrashed', params: {}, session: undefined });
  await settle();
  expect([troubles, clock.waiting]).toEqual([[], 0]);
});
