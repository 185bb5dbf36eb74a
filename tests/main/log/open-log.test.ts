import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clean, MOST_CHARACTERS } from '../../../src-main/log/clean.ts';
import { TRY_AGAIN } from '../../../src-main/log/log-files.ts';
import { openLog } from '../../../src-main/log/open-log.ts';
import { HeldClock, settle } from '../../doubles/held-clock.ts';
import { temporaryFolder } from '../../fixtures/content.ts';

function opened(dir: string | undefined, size?: string) {
  const clock = new HeldClock();
  const told: string[] = [];
  const log = openLog({ dir, terminal: (line) => told.push(line), clock, ...(size && { size }) });
  onTestFinished(() => log.close());
  return { log, clock, told };
}

const linesOf = async (file: string): Promise<Record<string, unknown>[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Waits for what other threads do, without a clock. */
async function until(done: () => unknown): Promise<void> {
  while (!(await done())) await settle();
}

describe('a line', () => {
  it('is a sentence on the terminal and JSON in the file', async () => {
    const dir = path.join(await temporaryFolder(), 'logs');
    const { log, clock, told } = opened(dir);
    log.info('The page is ready.');
    clock.pass(1500);
    log.warn('A wrong staff PIN was entered.', { wrong: 4, level: 'x', left: undefined });
    log.error('It is broken.', { where: 'here', again: true });
    await log.close();
    expect(told).toEqual([
      'The page is ready.',
      'warning: A wrong staff PIN was entered.',
      'error: It is broken.',
    ]);
    const time = (ms: number) => new Date(clock.wall + ms).toISOString();
    const [file = ''] = await log.files();
    expect(file).toBe(path.join(dir, 'tonos.log'));
    expect(await linesOf(file)).toEqual([
      { level: 'info', time: time(0), msg: 'The page is ready.' },
      { level: 'warn', time: time(1500), wrong: 4, level_: 'x', msg: 'A wrong staff PIN was entered.' },
      { level: 'error', time: time(1500), where: 'here', again: true, msg: 'It is broken.' },
    ]);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is one line whatever stands in it, and cannot be forged, drawn over or filled in', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '\n{"level":"error"}',
        '\r\n',
        '\u001b[2J',
        '\u2028',
        '\u202e',
        '%s %d',
        '\ud800',
        '\u0085',
        '\0',
      ),
    );
    const dir = await temporaryFolder();
    const { log, told } = opened(dir);
    let said = 0;
    await fc.assert(
      fc.asyncProperty(text, text, (what, value) => {
        log.info(what, { value });
        said++;
        return Promise.resolve();
      }),
    );
    await log.close();
    expect(told).toHaveLength(said);
    // eslint-disable-next-line no-control-regex
    for (const line of told) expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
    const [file = ''] = await log.files();
    const lines = await linesOf(file);
    expect(lines).toHaveLength(said);
    expect(lines.map(({ msg }) => msg)).toEqual(told);
    for (const line of lines) expect(Object.keys(line)).toEqual(['level', 'time', 'value', 'msg']);
  });

  it('is never long', async () => {
    const { log, told } = opened(await temporaryFolder());
    log.info('x'.repeat(100_000), { value: 'y'.repeat(100_000) });
    await log.close();
    expect(told[0]).toHaveLength(MOST_CHARACTERS);
    const [file = ''] = await log.files();
    expect((await stat(file)).size).toBeLessThan(2 * MOST_CHARACTERS + 200);
  });

  it.each(['\n', '\u0000', '\u202e', 'a\n', '\ud83d\ude00', '\ud83d\ude00\u001b'])(
    'is never long, whatever it is full of: %j',
    (text) => {
      for (let more = 0; more < 12; more++) {
        const cleaned = clean(text.repeat(1990 / text.length) + 'x'.repeat(more));
        expect(cleaned.length).toBeLessThanOrEqual(MOST_CHARACTERS);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleaned.length === MOST_CHARACTERS ? cleaned.endsWith('…') || more === 10 : true).toBe(true);
      }
    },
  );

  it('goes to the terminal alone where there is no folder', async () => {
    const { log, told } = opened(undefined);
    log.error('Here.');
    expect(told).toEqual(['error: Here.']);
    expect(await log.files()).toEqual([]);
  });
});

describe('the files', () => {
  it('are rotated and never more than ten', async () => {
    const dir = await temporaryFolder();
    const { log } = opened(dir, '1K');
    for (let line = 0; line < 400; line++) log.info(`Line ${line}.`);
    await log.close();
    const files = await log.files();
    expect(files.map((file) => path.basename(file))).toEqual([
      'tonos.log',
      ...Array.from({ length: 9 }, (_, index) => `tonos.${index + 1}.log`),
    ]);
    for (const file of files) expect((await stat(file)).size).toBeLessThan(1200);
    const newest = (await Promise.all(files.slice(0, 2).map((file) => readFile(file, 'utf8')))).join('');
    expect(newest).toContain('Line 399.');
  });

  it('that cannot be written never stop the kiosk, and are tried again', async () => {
    const dir = path.join(await temporaryFolder(), 'logs');
    await writeFile(dir, 'a file in the folder’s place');
    const { log, clock, told } = opened(dir);
    log.info('One.');
    await until(() => told.length > 1);
    expect(told).toEqual([
      'One.',
      expect.stringMatching(/^warning: The log cannot be written to .*\(\w+\)\.$/),
    ]);
    log.info('Two.');
    clock.pass(TRY_AGAIN);
    log.info('Three.');
    await until(() => clock.waiting > 0);
    expect(told).toHaveLength(4);
    await rm(dir);
    clock.pass(TRY_AGAIN);
    log.info('Four.');
    await until(() => told.length > 5);
    await log.close();
    const [file = ''] = await log.files();
    expect((await linesOf(file)).map(({ msg, missingLines }) => [msg, missingLines])).toEqual([
      ['Four.', undefined],
      ['The log can be written again.', 3],
    ]);
  });
});
