import { error, warning, type FaultKind } from './kind.ts';

const mebibytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** Faults of overlays and packs. */
export const packFaults = {
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
} as const satisfies Record<string, FaultKind<never>>;
