import type { PrintTrouble } from '../contract/sheet.ts';
import { error, warning, type FaultKind } from './kind.ts';

/** What the last sheet met, for staff. */
const PRINTER_SAYS: Readonly<Record<PrintTrouble, string>> = {
  paper: 'could not print the last sheet: it has no paper',
  ink: 'could not print the last sheet: it has no toner or ink',
  jam: 'could not print the last sheet: paper is stuck, or a cover is open',
  away: 'could not print the last sheet: it is off, stopped or not connected',
  refused: 'could not print the last sheet: the system does not take jobs for it',
  view: 'could not be given the last sheet, which could not be made',
  folder: 'could not be given the last sheet: the folder for PDFs does not take it',
};

/** Faults of what the kiosk keeps for staff, and of settings. */
export const kioskFaults = {
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
  'printer-missing': warning(
    (d: { printer: string }) => `names the printer "${d.printer}", which this machine does not have now`,
    'Switch the printer on, or choose another in the staff panel.',
  ),
  'printer-trouble': warning(
    (d: { trouble: PrintTrouble }) => PRINTER_SAYS[d.trouble],
    'See to the printer, then print a test page from the staff panel.',
  ),
  'printer-busy': warning(() => 'the printer is being given another sheet', 'Try again in a moment.'),
  'pdf-not-kept': warning(
    (d: { why: string }) => `does not take the sheets (${d.why})`,
    'Check that "pdfFolder" names a folder that is there and that the kiosk may write to.',
  ),
  'settings-locale-unknown': warning(
    (d: { tag: string; instead: string }) =>
      `names the locale "${d.tag}", which is not installed; "${d.instead}" stands instead`,
    'Install the locale or choose another.',
  ),
} as const satisfies Record<string, FaultKind<never>>;
