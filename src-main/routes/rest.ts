import { Hono } from 'hono';
import { answerWith, readable, storedJson, type Stored } from './answer.ts';
import { calmPage, type CalmWords } from './calm-page.ts';

/** `/rest`: a calm screen that needs no script, no style and no picture, for when the page itself keeps failing. */
export function restRoutes(words: () => CalmWords): Hono {
  const app = new Hono();
  readable(app, '/rest', (context) => answerWith(context, stored(calmPage(words()))));
  return app;
}

const stored = (body: string): Stored => ({
  ...storedJson(body, 'checked'),
  body,
  type: 'text/html; charset=utf-8',
});
