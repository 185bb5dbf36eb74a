/**
 * `npm run translate -- <what> [<tag>]… [--content <folder>]`: the tools of a translator, see docs/authoring.md, *Translating*.
 *
 *   status            how far each language is
 *   new <tag>         begins a language: PO files in translations/<tag>/
 *   export <tag>      the same of a language that is there, with what has been translated
 *   import <tag>      takes what has been translated into locales/<tag>/
 *   check <tag>…      what is wrong with a translation; ends with 1 when there is an error
 *   record <tag>…     says that a translation is of the English of today
 *
 * Ends with 2 when it is asked for something that there is not.
 */
import path from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { LocaleTag } from '../src-main/contract/ids.ts';
import { readFileSync } from 'node:fs';
import { LocaleFile } from '../src-main/contract/words.ts';
import { root } from './start/project.mjs';
import { isThere, readBundle, tagsIn } from './translate/bundle.ts';
import { check } from './translate/check.ts';
import {
  localeFrom,
  localeMessages,
  messagesOf,
  readPo,
  take,
  writePo,
  writeTree,
} from './translate/exchange.ts';
import type { Pair } from './translate/pair.ts';
import { readRecorded, recordedNow, writeRecorded } from './translate/record.ts';
import { statusOf, table } from './translate/status.ts';

class Asked extends Error {}

const { values, positionals } = parseArgs({
  options: {
    /** Where the language lies: a content folder of a clinic; else the kiosk's own. */
    content: { type: 'string' },
  },
  allowPositionals: true,
});
const [what = '', ...tags] = positionals;
const home =
  values.content === undefined ? root : path.resolve(process.env['INIT_CWD'] ?? '.', values.content);
const folders = [...new Set([root, home])];
const told = (file: string): string => path.relative(process.env['INIT_CWD'] ?? '.', file);

const pairOf = (tag: string): Pair => ({
  tag,
  english: readBundle('en', folders),
  own: readBundle(tag, folders),
});

const ways: Readonly<Record<string, () => void | Promise<void>>> = {
  status() {
    const all = tagsIn(folders).filter((tag) => tag !== 'en');
    console.log(table(all.map((tag) => statusOf(pairOf(tag), readRecorded(home, tag)))));
  },

  new() {
    const tag = oneTag();
    if (isThere(tag, folders))
      throw new Asked(`There is a language ${tag} already. Go on with: export ${tag}`);
    const english = LocaleFile.parse(
      JSON.parse(readFileSync(path.join(root, 'locales/en/locale.json'), 'utf8')),
    );
    begin(tag, new Map([['locale.json', localeMessages(english, tag)]]));
  },

  export() {
    const tag = known(oneTag());
    begin(tag, new Map());
  },

  async import() {
    const tag = oneTag();
    const all = readPo(home, tag);
    if (all.size === 0)
      throw new Asked(`There are no PO files in ${told(path.join(home, 'translations', tag))}.`);
    const pair = pairOf(tag);
    const recorded: Record<string, Record<string, string>> = { ...readRecorded(home, tag) };
    for (const [file, messages] of all) {
      if (file === 'locale.json') {
        const locale = localeFrom(tag, messages);
        if (locale) await writeTree(home, tag, file, locale);
        else console.log(`${file}: waits for the name of the language and its invitation.`);
        continue;
      }
      if (!pair.english.files.has(file)) throw new Asked(`English has no ${file}.`);
      const taken = take(pair, file, messages);
      if (taken.tree && taken.isChanged) await writeTree(home, tag, file, taken.tree);
      recorded[file] = { ...recorded[file], ...taken.recorded };
      console.log(`${file}: ${taken.texts} of ${taken.of} texts are taken.`);
    }
    writeRecorded(home, tag, recorded);
  },

  check() {
    for (const tag of someTags()) {
      const found = check(pairOf(tag));
      for (const [file, all] of Map.groupBy(found, (one) => one.file)) {
        console.log(styleText('bold', `locales/${tag}/${file}`));
        for (const { severity, path: place, what: why } of all)
          console.log(
            `  ${styleText(severity === 'error' ? 'red' : 'yellow', severity.padEnd(7))} ${place && `${place}: `}${why}.`,
          );
      }
      const errors = found.filter(({ severity }) => severity === 'error').length;
      console.log(`${tag}: ${errors} errors, ${found.length - errors} warnings.`);
      if (errors > 0) process.exitCode = 1;
    }
  },

  record() {
    for (const tag of someTags()) {
      const recorded = recordedNow(pairOf(tag));
      writeRecorded(home, tag, recorded);
      console.log(
        `${tag}: ${Object.values(recorded).flatMap(Object.keys).length} texts are of the English of today.`,
      );
    }
  },
};

try {
  const way = ways[what];
  if (!way) throw new Asked(`Say one of: ${Object.keys(ways).join(', ')}`);
  await way();
} catch (error) {
  if (!(error instanceof Asked)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** Never writes over what a translator has done. */
function begin(tag: string, more: ReadonlyMap<string, ReturnType<typeof messagesOf>>): void {
  const pair = pairOf(tag);
  const recorded = readRecorded(home, tag);
  for (const [file, messages] of readPo(home, tag)) {
    if (file === 'locale.json' && isThere(tag, folders)) continue;
    if (
      messages.some(
        ({ path: place, text, isStale }) =>
          text.trim() && !isStale && pair.own.files.get(file)?.get(place) !== text,
      )
    )
      throw new Asked(
        `There is work in ${file.replace(/json$/, 'po')} that has not been taken. Do so first: import ${tag}`,
      );
  }
  const files = new Map([
    ...more,
    ...[...pair.english.files.keys()].map((file) => [file, messagesOf(pair, file, recorded)] as const),
  ]);
  for (const file of writePo(home, tag, files)) console.log(told(file));
}

function oneTag(): string {
  const [tag, ...others] = tags;
  if (tag === undefined || others.length > 0) throw new Asked(`Say of which language: ${what} fr`);
  if (!LocaleTag.safeParse(tag).success || tag === 'en')
    throw new Asked(`"${tag}" is no tag of a language, as in fr, pt-BR or zh-Hans.`);
  return tag;
}

function someTags(): string[] {
  if (tags.length === 0) throw new Asked(`Say of which language: ${what} fr`);
  return tags.map(known);
}

function known(tag: string): string {
  if (tag === 'en' || !isThere(tag, folders))
    throw new Asked(`There is no language ${tag}. Begin it with: new ${tag}`);
  return tag;
}
