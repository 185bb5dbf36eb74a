/** docs/running.md against the code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OLDEST_BROWSER } from '../../src-main/browser/find-browser.ts';
import { exitCode } from '../../src-main/exit-codes.ts';
import { USUAL_PORT } from '../../src-main/browser/listen.ts';
import { READY_WITHIN as RESTART_AFTER } from '../../src-main/recovery/page-keeper.ts';
import { READY_WITHIN } from '../../tools/start/choose-host.mjs';
import { help } from '../../tools/start/options.mjs';

const root = path.join(import.meta.dirname, '../..');
const doc = readFileSync(path.join(root, 'docs/running.md'), 'utf8');
const words = doc.replaceAll(/\s+/g, ' ');

/** First and further cells of the table under a heading. */
function table(heading: string): [string, string[]][] {
  const [, section = ''] = new RegExp(`## ${heading}\n([^]*?)(\n## |$)`).exec(doc) ?? [];
  return [...section.matchAll(/^\| (.*) \|$/gm)]
    .map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
    .filter(([first = '']) => /^(`|\d)/.test(first))
    .map(([first = '', ...rest]) => [first.replaceAll('`', ''), rest]);
}

/** The texts of the sources, as they come out. */
const sources = ['src-main', 'tools/start']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.m?[jt]s$/.test(file))
      .map((file) => readFileSync(path.join(root, folder, file), 'utf8')),
  )
  .join('\n');

describe('docs/running.md', () => {
  it('has every option of npm start', () => {
    expect(table('Start').map(([option]) => option)).toEqual(
      [...help.matchAll(/^ {2}(--\S+( <\w+>)?)/gm)].map(([, option]) => option),
    );
  });

  it('has every exit code', () => {
    expect(table('Exit codes').map(([code]) => Number(code))).toEqual(Object.values(exitCode));
  });

  it('has the numbers of the code', () => {
    expect(words).toContain(`${USUAL_PORT} on 127.0.0.1`);
    expect(words).toContain(`version ${OLDEST_BROWSER} or newer`);
    expect(words).toContain(`not reported ready within ${READY_WITHIN / 1000} s`);
    expect(words).toContain(`is not ready within ${RESTART_AFTER / 1000} s`);
  });

  it.each(table('Troubleshooting'))('tells of a message that there is: %s', (message) => {
    const parts = message.split('…').filter((part) => /\w{3}/.test(part));
    expect(parts.filter((part) => !sources.includes(part.trim()))).toEqual([]);
  });
});
