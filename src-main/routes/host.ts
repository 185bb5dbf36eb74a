import { Hono } from 'hono';
import type { HostCapabilities } from '../contract/api.ts';
import { errorAnswer } from '../errors.ts';
import { answerWith, readable, storedJson } from './answer.ts';

/** `/host`: what this host can do, and the page's word that it can be touched. */
export function hostRoutes(host: HostCapabilities, onReady: () => void): Hono {
  const app = new Hono();
  readable(app, '/host', (context) => answerWith(context, storedJson(host, 'checked')));
  app.post('/host/ready', () => {
    onReady();
    return new Response(null, { status: 204 });
  });
  app.all('/host/ready', () => errorAnswer('method-wrong', { Allow: 'POST' }));
  return app;
}
