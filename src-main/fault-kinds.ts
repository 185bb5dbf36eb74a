/** An error leaves something out; a warning says what the kiosk made do with. */
export type Severity = 'error' | 'warning';

/** A kind of fault: how grave it is, what is said of it, and what to do. */
export interface FaultKind<Detail> {
  readonly severity: Severity;
  readonly what: (detail: Detail) => string;
  readonly todo: string;
}

const kind = <Detail = void>(
  severity: Severity,
  what: (detail: Detail) => string,
  todo: string,
): FaultKind<Detail> => ({ severity, what, todo });

const error = <Detail = void>(what: (detail: Detail) => string, todo: string) => kind('error', what, todo);
const warning = <Detail = void>(what: (detail: Detail) => string, todo: string) =>
  kind('warning', what, todo);

/** Every fault of content, packs and settings. Names are stable. */
export const faultKinds = {
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
  'picture-not-webp': error(
    () => 'is not a WebP picture, or not a whole one',
    'Save the picture as WebP, or copy it again.',
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

  // Structure
  'step-unknown': error(
    (d: { id: string }) => `has words for the step "${d.id}", which the tour does not have`,
    'Remove the words or correct the id.',
  ),
  'step-twice': error(
    (d: { id: string }) => `is a second step with the id "${d.id}"`,
    'Give every step its own id.',
  ),
  'diagram-unknown': error(
    (d: { id: string }) => `names the diagram "${d.id}", which does not exist or is left out`,
    'Add the diagram or correct the id.',
  ),
  'pose-unknown': error(
    (d: { id: string; diagram: string }) =>
      `names the pose "${d.id}", which the diagram "${d.diagram}" does not have`,
    'Correct the id.',
  ),
  'camera-unknown': error(
    (d: { id: string; diagram: string }) =>
      `names the camera "${d.id}", which the diagram "${d.diagram}" does not have`,
    'Correct the id.',
  ),
  'picture-unknown': error(
    (d: { key: string; diagram: string }) =>
      `needs the picture "${d.key}", which the diagram "${d.diagram}" does not have`,
    'Add the picture or choose another pose or camera.',
  ),
  'picture-size-wrong': error(
    (d: { is: string; wanted: string }) => `is ${d.is} pixels, and its diagram says ${d.wanted}`,
    'Draw every picture of a diagram in its size.',
  ),
  'motion-unknown': error(
    (d: { id: string; diagram: string }) =>
      `names the motion "${d.id}", which the diagram "${d.diagram}" does not have`,
    'Correct the id.',
  ),
  'part-unknown': error(
    (d: { id: string; diagram: string }) =>
      `names the part "${d.id}", which the diagram "${d.diagram}" does not have`,
    'Correct the id.',
  ),
  'anchor-missing': error(
    (d: { id: string; key: string; diagram: string }) =>
      `names the part "${d.id}", which has no anchor in the picture "${d.key}" of the diagram "${d.diagram}"`,
    'Add the anchor to diagram.json, or name a part that is on the picture.',
  ),
  'anchor-missing-in-motion': warning(
    (d: { id: string; motion: string; keys: readonly string[] }) =>
      `names the part "${d.id}", whose callout vanishes while the motion "${d.motion}" shows ` +
      d.keys.join(', '),
    'Add the anchors to diagram.json, or name a part that stays on the picture.',
  ),
  'mark-not-shown': warning(
    (d: { id: string }) => `marks the part "${d.id}", which "show" does not name, so that nothing is marked`,
    'Add the part to "show" too.',
  ),
  'source-unknown': error(
    (d: { key: string }) => `names the source "${d.key}", which assets/sources.json does not have`,
    'Add the source or correct the key.',
  ),
  'listed-twice': error(
    (d: { id: string }) => `names "${d.id}" a second time in one list; the second is left out`,
    'Name it once.',
  ),
  'place-taken': error(
    (d: { id: string; tour: string; first: string }) =>
      `names the place "${d.id}" for the tour "${d.tour}", and it leads to the tour "${d.first}" already`,
    'Give one of the two another place, or none.',
  ),
  'tour-unknown': error(
    (d: { id: string }) => `names the tour "${d.id}", which does not exist`,
    'Correct the id.',
  ),
  'tour-left-out': error(
    (d: { why: string }) => `is left out: ${d.why}`,
    'Correct the faults named with it.',
  ),
  'diagram-left-out': error(
    (d: { why: string }) => `is left out: ${d.why}`,
    'Correct the faults named with it.',
  ),

  // Overlays and packs
  'overlay-missing': error(
    () => 'does not exist; the content goes on without it',
    'Check the folder that --content names.',
  ),
  'overlay-gone': warning(
    () => 'has gone; the content that was read from it is kept',
    'Put the folder back, or start the kiosk without it.',
  ),
  'overlay-left-out': error(
    (d: { errors: number }) =>
      `is left out for ${d.errors === 1 ? 'one error' : `${d.errors} errors`}; what was good before is kept`,
    'Correct the errors named with it.',
  ),
  'pack-file-missing': error(
    () => 'is listed in bundle.json and missing: the pack is not whole',
    'Wait until it is copied, or copy the pack again.',
  ),
  'pack-file-changed': error(
    () => 'does not match its SHA-256 in bundle.json: the pack is not whole',
    'Wait until it is copied, or copy the pack again.',
  ),
  'pack-file-unlisted': error(() => 'is not listed in bundle.json', 'Remove it, or make the pack again.'),

  // Settings
  'settings-unusable': error(
    (d: { instead: string }) => `cannot be used; ${d.instead} stand instead, and the file is left as it is`,
    'Correct the file or remove it.',
  ),
  'settings-newer': error(
    (d: { version: number; known: number }) =>
      `has the version ${d.version}; this kiosk knows version ${d.known}`,
    'Update the kiosk, or write the settings in the older version.',
  ),
  'settings-not-saved': error(
    (d: { why: string }) => `cannot be written (${d.why}); the settings stay as they were`,
    'Check that the disk is not full or read-only.',
  ),
  'settings-copy-not-saved': warning(
    (d: { why: string }) => `cannot be written (${d.why}); there is no last good copy`,
    'Check that the disk is not full or read-only.',
  ),
  'settings-locale-unknown': warning(
    (d: { tag: string; instead: string }) =>
      `names the locale "${d.tag}", which is not installed; "${d.instead}" stands instead`,
    'Install the locale or choose another.',
  ),
} as const satisfies Record<string, FaultKind<never>>;
