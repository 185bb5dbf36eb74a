import { Hono } from 'hono';
import type { PageSettings } from '../contract/api.ts';
import { answerWith, readable, storedJson } from './answer.ts';

/** `/settings`: the settings that the page needs. */
export function settingsRoutes(settings: () => PageSettings): Hono {
  const app = new Hono();
  readable(app, '/settings', (context) => answerWith(context, storedJson(settings(), 'checked')));
  return app;
}
