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
  'kiosk-fault': {
    status: 500,
    what: 'The kiosk could not answer.',
    why: 'An unexpected fault; the kiosk has logged it and goes on.',
    todo: 'Try again; if it stays, send the log to whoever looks after this kiosk.',
  },
} as const satisfies Record<string, { status: number; what: string; why: string; todo: string }>;

export type ErrorName = keyof typeof catalogue;

/** An error of the catalogue as an answer: small JSON, never a stack. */
export function errorAnswer(name: ErrorName, headers: Record<string, string> = {}): Response {
  const { status, ...words } = catalogue[name];
  const body: ErrorAnswer = { error: { name, ...words } };
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}
