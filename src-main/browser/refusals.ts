import type { ErrorAnswer } from '../contract/api.ts';
import { CALM_ENGLISH, calmPage } from '../routes/calm-page.ts';
import { securityHeaders } from '../routes/security-headers.ts';

/** Everything that the host itself refuses, before the kiosk hears of it. */
const catalogue = {
  'method-unknown': {
    status: 405,
    what: 'This way of asking is not known here.',
    why: 'The kiosk answers GET, HEAD, POST, PUT, PATCH and DELETE.',
    todo: 'Use one of those methods.',
  },
  'host-wrong': {
    status: 421,
    what: 'This address is not the kiosk.',
    why: 'The request names another host than the kiosk, as a page from elsewhere would.',
    todo: 'Open the address that the kiosk printed when it started.',
  },
  'origin-wrong': {
    status: 403,
    what: 'Only the kiosk’s own page may change something.',
    why: 'The request does not come from the kiosk’s page.',
    todo: 'Make the change on the kiosk.',
  },
  'body-too-large': {
    status: 413,
    what: 'That is more than the kiosk accepts.',
    why: 'The request is larger than 64 KiB (a sheet to be printed: 9 MiB), or does not say how large it is.',
    todo: 'Send less, with a Content-Length.',
  },
  'not-entered': {
    status: 401,
    what: 'The kiosk does not know this browser.',
    why: 'The request carries no valid entry cookie. Each start of the kiosk makes a new one.',
    todo: 'Open the address that the kiosk printed when it started.',
  },
  'key-used': {
    status: 401,
    what: 'This entry key has been used.',
    why: 'In kiosk mode each key opens the kiosk once.',
    todo: 'Start the kiosk again.',
  },
  'kiosk-broken': {
    status: 500,
    what: 'The kiosk could not answer.',
    why: 'Something in the kiosk broke; its log says what.',
    todo: 'Try again. If it stays, start the kiosk again.',
  },
  'request-broken': {
    status: 400,
    what: 'The kiosk cannot read this request.',
    why: 'It is not valid HTTP.',
    todo: 'Open the kiosk in a browser.',
  },
  'request-slow': {
    status: 408,
    what: 'The request took too long.',
    why: 'A request must arrive whole within seconds.',
    todo: 'Try again.',
  },
  'headers-too-large': {
    status: 431,
    what: 'The request’s headers are too large.',
    why: 'The kiosk reads at most 8 KiB of headers.',
    todo: 'Clear the cookies of this address.',
  },
} as const;

export type RefusalName = keyof typeof catalogue;

/** A refusal's status and its body and headers, for both the fetch side and the bare socket. */
export function refusal(name: RefusalName): {
  status: number;
  body: string;
  headers: Readonly<Record<string, string>>;
} {
  const { status, ...words } = catalogue[name];
  const answer: ErrorAnswer = { error: { name, ...words } };
  return {
    status,
    body: JSON.stringify(answer),
    headers: { ...securityHeaders, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  };
}

/** What a screen shows in place of the kiosk. */
const turnedAway = calmPage({
  ...CALM_ENGLISH,
  text: 'This screen has to be opened again. Please tell the clinic staff.',
});

/** Turns a visitor's screen away: whoever stands before it can do nothing with JSON. */
export function refusePage(name: RefusalName): Response {
  const { status, headers } = refusal(name);
  return new Response(turnedAway, {
    status,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  });
}

export function refuse(name: RefusalName): Response {
  const { status, body, headers } = refusal(name);
  return new Response(body, { status, headers });
}
