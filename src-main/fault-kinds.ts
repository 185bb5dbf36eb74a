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

const mebibytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

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

  // Packs by hand
  'pack-keys-missing': error(
    () => 'is not taken: no key says whose packs may be taken',
    'Add the public key of whoever signs packs to "packKeys" in the provisioned settings.',
  ),
  'pack-unsigned': error(() => 'is missing: the pack is not signed', 'Sign the pack with "tonos sign".'),
  'pack-key-unknown': error(
    (d: { key: string }) => `names the key ${d.key}, which is not one of "packKeys"`,
    'Have the pack signed by a known key, or add the key to the provisioned settings.',
  ),
  'pack-signature-wrong': error(
    () => 'does not sign this bundle.json',
    'Copy the pack again, or have it signed again.',
  ),
  'pack-older': warning(
    (d: { name: string; is: number; has: number }) =>
      `has the sequence ${d.is}, and "${d.name}" is at ${d.has}; it is not taken`,
    'Give a newer pack a larger sequence; to go back, use the staff panel.',
  ),
  'pack-too-big': error(
    (d: { bytes: number; most: number }) =>
      `holds ${mebibytes(d.bytes)} MiB, at most ${mebibytes(d.most)} MiB are allowed`,
    'Leave pictures out, or shrink them.',
  ),
  'pack-no-space': error(
    (d: { bytes: number; free: number }) =>
      `needs ${mebibytes(d.bytes)} MiB, and of ${mebibytes(d.free)} MiB free on the kiosk’s disk 64 are not touched`,
    'Make room on the kiosk’s disk.',
  ),
  'pack-not-copied': error(
    (d: { why: string }) => `could not be read to its end (${d.why}); what was there before stays`,
    'Put the drive in again; if it stays, copy the pack to another drive.',
  ),
  'pack-not-kept': error(
    (d: { why: string }) => `could not be kept (${d.why}); what was there before stays`,
    'Check that the kiosk’s disk is not full or read-only.',
  ),
  'pack-refused': error(
    (d: { errors: number }) =>
      `is refused for ${d.errors === 1 ? 'one error' : `${d.errors} errors`}; what was there before stays`,
    'Correct the errors named with it, and make the pack again.',
  ),
  'pack-damaged': error(
    (d: { name: string; version: string; instead: string }) =>
      `is no longer as it was brought ("${d.name}", version ${d.version}); ${d.instead}`,
    'Bring the pack again, and check the kiosk’s disk.',
  ),
  'pack-faults-more': warning(
    (d: { more: number }) => `has ${d.more === 1 ? 'one more fault' : `${d.more} more faults`} in its packs`,
    'Correct the faults named with it first, or take the packs away that are not for the kiosk.',
  ),
  'pack-previous-missing': error(
    (d: { name: string }) => `has no version of "${d.name}" to go back to`,
    'Bring a newer pack.',
  ),
  'pack-list-unusable': warning(
    (d: { instead: string }) => `cannot be used; ${d.instead} instead`,
    'Check which packs the staff panel names, and check the kiosk’s disk.',
  ),

  // Staff
  'staff-pin-lost': error(
    () => 'cannot be used: the staff PIN is lost, and the door to the staff panel stays shut',
    'Run "tonos reset-pin", start the kiosk anew and choose a new PIN.',
  ),
  'staff-pin-unusable': error(
    () => 'is no hash that a kiosk can use: nobody can enter the staff panel',
    'Make it anew with "tonos hash-pin", and put it into the provisioned settings.',
  ),
  'counts-unusable': warning(
    (d: { aside: string }) => `cannot be used; it is kept as ${d.aside}, and counting begins anew`,
    'Nothing has to be done; check the disk if it happens again.',
  ),
  'logo-missing': error(() => 'is not there any more', 'Put the drive in again, or choose another picture.'),
  'logo-not-picture': error(
    () => 'is not a whole PNG, JPEG or WebP picture',
    'Save the logo as PNG, JPEG or WebP.',
  ),
  'logo-too-big': error(
    (d: { is: string; most: number }) => `is ${d.is} pixels, at most ${d.most} on a side are allowed`,
    'Save the logo smaller.',
  ),
  'logo-not-kept': error(
    (d: { why: string }) => `cannot be copied to the kiosk (${d.why}); the logo stays as it was`,
    'Check that the disk is not full or read-only.',
  ),
  'logs-not-exported': error(
    (d: { why: string }) => `cannot be written (${d.why}), nor is there another place for the logs`,
    'Put in a USB drive that is not full or locked, and try again.',
  ),

  // Settings
  'settings-unusable': error(
    (d: { instead: string }) => `cannot be used as it is; ${d.instead}, and the file is left untouched`,
    'Correct the file or remove it.',
  ),
  'settings-newer': error(
    (d: { version: number; known: number }) =>
      `has the version ${d.version}; this kiosk knows version ${d.known}`,
    'Update the kiosk, or write the settings in the older version.',
  ),
  'setting-wrong': error(
    (d: { why: string }) => d.why,
    'Correct it; docs/settings.md describes each setting.',
  ),
  'settings-gone': error(
    () => 'has gone; what it said last stands',
    'Put it back. To lift all of it, lay out a file that holds only {}.',
  ),
  'setting-locked': error(
    () => 'is set for this kiosk by whoever administers it, and cannot be changed here',
    'Ask them to change it in the provisioned settings.',
  ),
  'settings-not-saved': error(
    (d: { why: string }) => `cannot be written (${d.why}); the settings stay as they were`,
    'Check that the disk is not full or read-only.',
  ),
  'settings-copy-not-saved': warning(
    (d: { why: string }) => `cannot be written (${d.why}); there is no last good copy`,
    'Check that the disk is not full or read-only.',
  ),
  'panel-not-turned': warning(
    (d: { why: string }) => `could not be done: ${d.why}`,
    'When that is done, restart the kiosk.',
  ),
  'settings-locale-unknown': warning(
    (d: { tag: string; instead: string }) =>
      `names the locale "${d.tag}", which is not installed; "${d.instead}" stands instead`,
    'Install the locale or choose another.',
  ),
} as const satisfies Record<string, FaultKind<never>>;
