import { Hono } from 'hono';
import type { Boot } from '../contract/api.ts';
import { errorAnswer } from '../errors.ts';
import { answerWith, etagOf, readable, type Stored } from './answer.ts';
import { pageWithBoot } from './boot.ts';
import type { PageFiles } from './page-files.ts';

/** `/` and `/assets/…`: the page itself. */
export function pageRoutes({ index, assets }: PageFiles, boot: () => Boot): Hono {
  const page = (): Stored => {
    const body = pageWithBoot(index, boot());
    return { body, type: 'text/html; charset=utf-8', etag: etagOf(body), cache: 'checked' };
  };
  const app = new Hono();
  for (const path of ['/', '/index.html']) readable(app, path, (context) => answerWith(context, page()));
  readable(app, '/assets/:name{.+}', (context) => {
    const asset = assets.get(`assets/${context.req.param('name')}`);
    return asset ? answerWith(context, asset) : errorAnswer('not-found');
  });
  return app;
}
