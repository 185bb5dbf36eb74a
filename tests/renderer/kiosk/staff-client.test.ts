import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StaffClient } from '../../../src-renderer/kiosk/staff-client.ts';

/** What was asked, and the answer that the test holds back. */
interface Asked {
  readonly request: string;
  readonly pass: string | undefined;
  answer(body: object): void;
}

const asked: Asked[] = [];
const requests = (): string[] => asked.map(({ request }) => request);

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', (path: string, { method, headers }: { method: string; headers: Headers }) => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    asked.push({
      request: `${method} ${path}`,
      pass: (headers as unknown as Record<string, string>)['Authorization'],
      answer: (body) => resolve(Response.json(body)),
    });
    return promise;
  });
});
afterEach(() => vi.unstubAllGlobals());

async function entered(client: StaffClient, pass: string): Promise<void> {
  const entering = client.enter('925817');
  asked.at(-1)!.answer({ pass });
  await entering;
}

describe('a panel that is closed', () => {
  it('gives the pass back', async () => {
    const client = new StaffClient(vi.fn());
    await entered(client, 'p');
    void client.close();
    expect(asked.at(-1)).toMatchObject({ request: 'POST /staff/close', pass: 'Bearer p' });
    void client.panel();
    expect(asked.at(-1)!.pass).toBeUndefined();
  });

  it('asks nothing where there is no pass', async () => {
    await new StaffClient(vi.fn()).close();
    expect(requests()).toEqual([]);
  });

  it('loses no change that is on its way, nor the one that follows it', async () => {
    const client = new StaffClient(vi.fn());
    await entered(client, 'p');
    const following = client.change({ idleSeconds: 90 }).then(() => client.change({ volume: 40 }));
    const closed = client.close();
    asked.at(-1)!.answer({});
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(asked.at(-1)).toMatchObject({ request: 'PATCH /staff/settings', pass: 'Bearer p' });
    asked.at(-1)!.answer({});
    await following;
    await vi.waitFor(() => expect(requests().at(-1)).toBe('POST /staff/close'));
    asked.at(-1)!.answer({});
    await closed;
  });

  it('leaves the pass of staff who came in anew meanwhile', async () => {
    const client = new StaffClient(vi.fn());
    await entered(client, 'p');
    const late = client.panel();
    const [held] = asked.slice(-1);
    const closed = client.close();
    await entered(client, 'q');
    held!.answer({});
    await late;
    await closed;
    expect(requests()).not.toContain('POST /staff/close');
    void client.panel();
    expect(asked.at(-1)!.pass).toBe('Bearer q');
  });
});
