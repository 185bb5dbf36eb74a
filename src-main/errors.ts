import type { ErrorAnswer } from './contract/api.ts';

/** Every error answer of the kiosk. Names are stable: the page and the tests rely on them. */
const catalogue = {
  'address-malformed': {
    status: 400,
    what: 'This address holds characters that no address of the kiosk has.',
    why: 'Addresses are looked up as they stand, never decoded.',
    todo: 'Use the addresses that the kiosk itself hands out.',
  },
  'address-too-long': {
    status: 414,
    what: 'This address is too long.',
    why: 'No address of the kiosk is longer than 1024 characters.',
    todo: 'Use the addresses that the kiosk itself hands out.',
  },
  'not-found': {
    status: 404,
    what: 'There is nothing at this address.',
    why: 'Only what was found when the kiosk started or took in new content is served.',
    todo: 'Check the spelling; names are case-sensitive.',
  },
  'method-wrong': {
    status: 405,
    what: 'This address does not take this method.',
    why: 'The page reads from the kiosk and writes in few places.',
    todo: 'Use a method that the header Allow names.',
  },
  'content-version-gone': {
    status: 410,
    what: 'This version of the content is no longer kept.',
    why: 'The kiosk answers for the current version of the content and for the one before it.',
    todo: 'Load the page again; it then uses the current version.',
  },
  'locale-unknown': {
    status: 404,
    what: 'This language is not installed.',
    why: 'There is no usable folder with this language tag under locales/.',
    todo: 'Use a language that the page was started with, or install the locale.',
  },

  // What is sent to the kiosk
  'body-not-json': {
    status: 415,
    what: 'This address takes JSON only.',
    why: 'The request says another Content-Type, or none.',
    todo: 'Send the header Content-Type: application/json.',
  },
  'body-too-large': {
    status: 413,
    what: 'What was sent is too large.',
    why: 'Addresses of the kiosk take 64 KiB, and a sheet to be printed 9 MiB.',
    todo: 'Send less.',
  },
  'body-malformed': {
    status: 400,
    what: 'What was sent is not what this address takes.',
    why: 'It is no JSON, or has other keys or values than those expected.',
    todo: 'Correct it; src-main/contract/staff.ts describes what each address takes.',
  },

  // Staff
  'staff-only': {
    status: 401,
    what: 'This is for staff.',
    why: 'There is no pass with the request, or it has ended.',
    todo: 'Enter the staff PIN.',
  },
  'pin-wrong': {
    status: 401,
    what: 'This is not the staff PIN.',
    why: 'The PIN is another one.',
    todo: 'Try again; after three wrong PINs the wait before the next try doubles each time.',
  },
  'pin-locked': {
    status: 429,
    what: 'No PIN is looked at now.',
    why: 'Too many wrong PINs were entered.',
    todo: 'Wait; restarting the kiosk begins the wait anew.',
  },
  'pin-busy': {
    status: 429,
    what: 'Another PIN is being looked at.',
    why: 'The kiosk looks at one PIN at a time.',
    todo: 'Try again in a second.',
  },
  'pin-unset': {
    status: 403,
    what: 'There is no staff PIN yet.',
    why: 'None has been chosen or provisioned; the kiosk comes with none.',
    todo: 'Start the kiosk anew and choose a PIN within 15 minutes, or provision one.',
  },
  'pin-lost': {
    status: 403,
    what: 'The staff PIN of this kiosk cannot be read.',
    why: 'The file that holds it is damaged, or was written by hand.',
    todo: 'Run "tonos reset-pin" on the machine, or correct "staffPin" in the provisioned settings.',
  },
  'pin-simple': {
    status: 422,
    what: 'This PIN is too easy to guess.',
    why: 'PINs such as 000000 and 123456 are what is tried first.',
    todo: 'Choose other digits.',
  },
  'pin-set-already': {
    status: 403,
    what: 'There is a staff PIN already.',
    why: 'It has been chosen or provisioned.',
    todo: 'Enter it; whoever has forgotten it runs "tonos reset-pin" on the machine.',
  },
  'first-pin-late': {
    status: 403,
    what: 'It is too late to choose the first PIN.',
    why: 'It may be chosen only within 15 minutes of the start of the kiosk, so that no visitor does.',
    todo: 'Start the kiosk anew and choose it, or provision one.',
  },
  'settings-refused': {
    status: 422,
    what: 'This was not saved.',
    why: 'The faults beside this error say why.',
    todo: 'Do what they say.',
  },

  // Printing
  'print-none': {
    status: 404,
    what: 'Nothing is printed here.',
    why: 'There is no printer, or the settings name none.',
    todo: 'Set up a printer as docs/printing.md describes.',
  },
  'print-busy': {
    status: 409,
    what: 'Another sheet is being printed.',
    why: 'The kiosk prints one sheet at a time.',
    todo: 'Try again in a moment.',
  },

  'kiosk-fault': {
    status: 500,
    what: 'The kiosk could not answer.',
    why: 'An unexpected fault; the kiosk has logged it and goes on.',
    todo: 'Try again; if it stays, send the log to whoever looks after this kiosk.',
  },
} as const satisfies Record<string, { status: number; what: string; why: string; todo: string }>;

export type ErrorName = keyof typeof catalogue;

/**
 * An error of the catalogue as an answer: small JSON, never a stack.
 * @param beside what the answer holds beside the error
 */
export function errorAnswer(
  name: ErrorName,
  headers: Readonly<Record<string, string>> = {},
  beside: object = {},
): Response {
  const { status, ...words } = catalogue[name];
  const body: ErrorAnswer = { ...beside, error: { name, ...words } };
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}
