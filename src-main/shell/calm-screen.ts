import { CALM_ENGLISH, calmPage } from '../routes/calm-page.ts';
import { securityHeaders } from '../routes/security-headers.ts';

/** What stands when there is no kiosk that could answer: its own calm page comes from the kiosk. */
export const calmAnswer = (): Response =>
  new Response(calmPage(CALM_ENGLISH), {
    status: 503,
    headers: {
      ...securityHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  });
