import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import {
  LogoChoice,
  PackChoice,
  PinChange,
  PinGiven,
  StaffChange,
  type LogExport,
  type StaffPanel,
} from '../contract/staff.ts';
import { errorAnswer } from '../errors.ts';
import type { Fault } from '../faults.ts';
import { objections, shapeFaults } from '../files/shape.ts';
import type { Door, Entry } from '../staff/door.ts';
import { faultState } from '../staff/fault-state.ts';
import { readable } from './answer.ts';
import { readBody, readJsonBody } from './body.ts';

type Faults = readonly Fault[];

/** What staff do from the panel. Faults that are returned stood in the way; none: it is done. */
export interface StaffActions {
  save(change: StaffChange): Promise<Faults>;
  /** @param file one of the choices; `null` takes the logo away */
  chooseLogo(file: string | null): Promise<Faults>;
  lookForPacks(): Promise<void>;
  rollBack(pack: string): Promise<Faults>;
  exportLogs(): Promise<LogExport | { readonly faults: Faults }>;
  printTest(): Promise<Faults>;
  restart(): void;
  leave(): void;
}

export interface StaffOptions {
  readonly door: Door;
  readonly panel: () => Promise<StaffPanel>;
  readonly actions: StaffActions;
  readonly clock: Clock;
}

/** The answer reaches the page before the kiosk goes, ms. */
const ANSWER_FIRST = 250;

/** `/staff…`: the way in, and everything behind it. `contract/staff.ts` lists the addresses. */
export function staffRoutes({ door, panel, actions, clock }: StaffOptions): Hono {
  const app = new Hono();

  /** Where anybody may knock. */
  const outside = <Value>(
    path: string,
    schema: z.ZodType<Value>,
    work: (value: Value) => Promise<Response>,
  ): void => {
    app.post(path, async ({ req }) => {
      const read = await readBody(req.raw, schema);
      return 'refused' in read ? read.refused : work(read.value);
    });
    app.all(path, () => errorAnswer('method-wrong', { Allow: 'POST' }));
  };
  /** Where only a pass leads: it is looked at before anything else is. */
  const inside = (
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    work: (context: Context) => Promise<Response>,
  ): void => {
    app.on(method, path, (context) =>
      door.admits(context.req.header('Authorization'))
        ? work(context)
        : errorAnswer('staff-only', { 'WWW-Authenticate': 'Bearer' }),
    );
    app.all(path, () => errorAnswer('method-wrong', { Allow: method === 'GET' ? 'GET, HEAD' : method }));
  };
  const insideWith = <Value>(
    path: string,
    schema: z.ZodType<Value>,
    work: (value: Value) => Promise<Response>,
  ): void =>
    inside('POST', path, async ({ req }) => {
      const read = await readBody(req.raw, schema);
      return 'refused' in read ? read.refused : work(read.value);
    });
  const entered = (entry: Entry): Response => {
    if ('pass' in entry) return answer(entry);
    return 'faults' in entry ? refused(entry.faults) : pinRefused(entry.refused);
  };
  const pinRefused = (name: Extract<Entry, { refused: unknown }>['refused']): Response => {
    const wait: Record<string, string> = {};
    if (name === 'pin-locked') wait['Retry-After'] = String(Math.ceil(door.state.waitMs / 1000));
    return errorAnswer(name, wait, { door: door.state });
  };
  const panelUnless = async (faults: Faults): Promise<Response> =>
    faults.length > 0 ? refused(faults) : answer(await panel());

  readable(app, '/staff', () => answer(door.state));
  outside('/staff/enter', PinGiven, async ({ pin }) => entered(await door.enter(pin)));
  outside('/staff/first-pin', PinGiven, async ({ pin }) => entered(await door.chooseFirst(pin)));

  insideWith('/staff/pin', PinChange, async ({ before, pin }) => {
    const entry = await door.change(before, pin);
    return entry ? entered(entry) : done();
  });
  inside('GET', '/staff/panel', async () => answer(await panel()));
  inside('PATCH', '/staff/settings', async ({ req }) => {
    const read = await readJsonBody(req.raw);
    if ('refused' in read) return read.refused;
    const change = StaffChange.safeParse(read.value);
    if (change.success) return panelUnless(await actions.save(change.data));
    return refused(shapeFaults(objections(change.error.issues, read.value), { folder: '', file: '' }));
  });
  insideWith('/staff/logo', LogoChoice, async ({ file }) => panelUnless(await actions.chooseLogo(file)));
  inside('POST', '/staff/packs/look', async () => {
    await actions.lookForPacks();
    return answer(await panel());
  });
  insideWith('/staff/packs/rollback', PackChoice, async ({ name }) =>
    panelUnless(await actions.rollBack(name)),
  );
  inside('POST', '/staff/logs/export', async () => {
    const made = await actions.exportLogs();
    return 'faults' in made ? refused(made.faults) : answer(made);
  });
  inside('POST', '/staff/print-test', async () => panelUnless(await actions.printTest()));
  const ending = (path: string, end: () => void): void =>
    inside('POST', path, () => {
      door.leave();
      clock.after(ANSWER_FIRST, end);
      return Promise.resolve(done());
    });
  ending('/staff/restart', () => actions.restart());
  ending('/staff/leave', () => actions.leave());
  inside('POST', '/staff/close', () => {
    door.leave();
    return Promise.resolve(done());
  });
  return app;
}

const answer = (value: object): Response =>
  Response.json(value, { headers: { 'Cache-Control': 'no-store' } });

const done = (): Response => new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });

const refused = (faults: Faults): Response =>
  errorAnswer('settings-refused', {}, { faults: faults.map(faultState) });
