import { Hono } from 'hono';
import {
  MOST_PICTURE_BYTES,
  MOST_PICTURE_SIDE,
  MOST_SHEET_BYTES,
  Sheet,
  type SheetAnswer,
} from '../contract/sheet.ts';
import { errorAnswer } from '../errors.ts';
import { pictureHeader } from '../files/picture-size.ts';
import type { PrintDesk } from '../printing/print-desk.ts';
import { readable } from './answer.ts';
import { readBody } from './body.ts';
import { jsonForHtml } from './html.ts';
import { SHEET_PLACE } from './page-files.ts';

/** `/sheet…`: what the visitor wants on paper, and the view from which it is printed. `contract/sheet.ts` lists the addresses. */
export function sheetRoutes(desk: PrintDesk, sheetPage: string, isLocale: (tag: string) => boolean): Hono {
  const app = new Hono();
  app.post('/sheet', async ({ req }) => {
    if (!desk.prints) return errorAnswer('print-none');
    const read = await readBody(req.raw, Sheet, MOST_SHEET_BYTES);
    if ('refused' in read) return read.refused;
    const sheet = read.value;
    if (!isLocale(sheet.locale)) return errorAnswer('locale-unknown');
    if (!sheet.pictures.every(({ png }) => isPicture(png))) return errorAnswer('body-malformed');
    // A page that goes away does not come for its sheet.
    req.raw.signal.addEventListener('abort', desk.discard, { once: true });
    const trouble = await desk.print(sheet);
    req.raw.signal.removeEventListener('abort', desk.discard);
    if (trouble === 'busy') return errorAnswer('print-busy');
    return Response.json({ trouble } satisfies SheetAnswer, { headers: { 'Cache-Control': 'no-store' } });
  });
  app.delete('/sheet', () => {
    desk.discard();
    return done();
  });
  app.all('/sheet', () => errorAnswer('method-wrong', { Allow: 'POST, DELETE' }));

  readable(app, '/sheet/:ticket', (context) => {
    const view = context.req.method === 'GET' && desk.take(context.req.param('ticket') ?? '');
    if (!view) return errorAnswer('not-found');
    const body = sheetPage.replace(
      SHEET_PLACE,
      (_, open: string, close: string) => open + jsonForHtml(view) + close,
    );
    return new Response(body, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  });
  app.post('/sheet/:ticket/ready', (context) =>
    desk.ready(context.req.param('ticket')) ? done() : errorAnswer('not-found'),
  );
  app.all('/sheet/:ticket/ready', () => errorAnswer('method-wrong', { Allow: 'POST' }));
  return app;
}

/** Whether it is what it says, and no larger than paper needs. */
function isPicture(png: string): boolean {
  const bytes = Buffer.from(png, 'base64');
  const header = pictureHeader(bytes);
  return (
    bytes.length <= MOST_PICTURE_BYTES &&
    header?.format === 'png' &&
    Math.max(...header.size) <= MOST_PICTURE_SIDE
  );
}

const done = (): Response => new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
