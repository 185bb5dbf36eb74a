import { error, warning, type FaultKind } from './kind.ts';

/** Faults of files, of JSON, and of words. */
export const fileFaults = {
  // Files
  'file-missing': error(() => 'is missing', 'Add the file.'),
  'file-unreadable': error(
    (d: { why: string }) => `cannot be read (${d.why})`,
    'Check the disk and the rights of the file.',
  ),
  'file-too-big': error(
    (d: { bytes: number; most: number }) =>
      `holds ${Math.round(d.bytes / 1024)} KiB, at most ${Math.round(d.most / 1024)} KiB are allowed`,
    'Split or shrink the file.',
  ),
  'file-name-wrong': error(
    () => 'has a name that is not lower-case words joined by hyphens, and is left out',
    'Rename the file or folder, as in neck.json.',
  ),
  'file-unknown': warning(
    () => 'is not a file that the kiosk knows',
    'Check the spelling of its name, or remove it.',
  ),
  'files-too-many': error(
    (d: { most: number }) => `holds more than ${d.most} files`,
    'Name the folder that holds only the content.',
  ),
  'link-leads-out': error(
    () => 'is a link that leads out of its folder, and is not read',
    'Put the file itself there.',
  ),
  'picture-unusable': error(
    () => 'is not a WebP or PNG picture, not a whole one, or has the ending of another kind',
    'Save the picture as WebP or PNG, or copy it again.',
  ),

  // JSON
  'text-not-utf8': error(() => 'is not UTF-8 text', 'Save the file as UTF-8.'),
  'text-has-nul': error(
    () => 'holds a NUL character',
    'Remove it; the file may have been damaged when it was copied.',
  ),
  'json-malformed': error(
    (d: { line: number; column: number; why: string }) =>
      `is not well-formed JSON: line ${d.line}, column ${d.column}: ${d.why}`,
    'Correct the file there.',
  ),
  'json-too-deep': error((d: { most: number }) => `is nested deeper than ${d.most} levels`, 'Flatten it.'),
  'key-twice': error(
    (d: { key: string; line: number }) => `has the key "${d.key}" twice (again in line ${d.line})`,
    'Keep one of the two.',
  ),
  'shape-wrong': error((d: { why: string }) => d.why, 'Correct it; docs/authoring.md describes the format.'),

  // Locales
  'locale-tag-wrong': error(
    (d: { tag: string }) => `is not a canonical language tag: "${d.tag}"; the locale is left out`,
    'Rename the folder, as in en, pt-BR or zh-Hans.',
  ),
  'locale-tag-mismatch': error(
    (d: { tag: string; folder: string }) =>
      `says "${d.tag}" in the folder "${d.folder}"; the locale is left out`,
    'Make both the same.',
  ),
  'locale-file-missing': error(
    () => 'is missing or unusable; the locale is left out',
    'Add locale.json to the folder.',
  ),
  'fallback-unknown': warning(
    (d: { tag: string }) => `names the locale "${d.tag}", which is not installed`,
    'Install it or take it out of the list.',
  ),

  // Words
  'words-missing': error(() => 'has no words', 'Add them; every other language falls back to English.'),
  'words-fall-back': warning(() => 'has no words here and falls back', 'Translate it.'),
  'words-unknown': error(
    (d: { what: string }) => `has words for ${d.what}, which does not exist`,
    'Remove or rename them.',
  ),
  'key-unknown': warning(() => 'is a key that English does not have', 'Remove or rename it.'),
  'body-too-long': error(
    (d: { words: number; most: number }) => `has ${d.words} words, at most ${d.most} are allowed`,
    'Shorten the text.',
  ),
  'term-malformed': error(
    () => 'has [[ or ]] that is not a well-formed [[term-id|words]]',
    'Correct the brackets.',
  ),
  'term-unknown': error(
    (d: { id: string }) => `names the glossary term "${d.id}", which does not exist`,
    'Add it to glossary.json or correct the id.',
  ),
} as const satisfies Record<string, FaultKind<never>>;
