/**
 * A browser that is driven by a few commands of the protocol alone. A test tool listens to all that a page loads, and
 * keeps it in the page’s own memory (2 to 3 MiB in 40 diagrams): what a page takes in months is only seen without one.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { DebuggingPipe } from '../../src-main/browser/debugging-pipe.ts';
import type { Browser } from '../../src-main/browser/find-browser.ts';
import { switches } from './browser.ts';

export interface BareBrowser {
  /** A command to the browser itself. */
  readonly ask: DebuggingPipe['send'];
  /** A command to its only page. */
  readonly askPage: (method: string, params?: object) => Promise<Record<string, unknown>>;
  /** What a function in the page answers, awaited. @throws what it throws */
  run<A, R>(work: (given: A) => R | Promise<R>, given: A): Promise<R>;
  close(): Promise<void>;
}

/** With an empty page of the size of a 21.5″ panel. @param more switches beside the usual ones */
export async function openBareBrowser(
  { path: program }: Browser,
  more: readonly string[] = [],
): Promise<BareBrowser> {
  const profile = await mkdtemp(path.join(tmpdir(), 'tonos-bench-'));
  const child = spawn(
    program,
    [
      '--headless',
      '--remote-debugging-pipe',
      '--window-size=1920,1080',
      `--user-data-dir=${profile}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...switches,
      ...more,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const [, , , to, from] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const pipe = new DebuggingPipe(to, from, () => undefined);
  const ask: BareBrowser['ask'] = (...args) => pipe.send(...args);
  const page = await onlyPage(ask);
  const askPage: BareBrowser['askPage'] = (method, params) => ask(method, params, page);
  return {
    ask,
    askPage,
    async run<A, R>(work: (given: A) => R | Promise<R>, given: A) {
      const answer = await askPage('Runtime.evaluate', {
        expression: `(${work.toString()})(${JSON.stringify(given)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      const { result, exceptionDetails } = answer as {
        result: { value: R };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      };
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async close() {
      child.kill();
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function onlyPage(ask: BareBrowser['ask']): Promise<string> {
  const { targetInfos } = await ask('Target.getTargets');
  const page = (targetInfos as { type: string; targetId: string }[]).find(({ type }) => type === 'page');
  if (!page) throw new Error('The browser opened no page.');
  const { sessionId } = await ask('Target.attachToTarget', { targetId: page.targetId, flatten: true });
  return sessionId as string;
}
