import { Hono } from 'hono';
import { errorAnswer } from '../errors.ts';
import type { Logo } from '../staff/logo.ts';
import { answerWith, readable } from './answer.ts';

/** `/clinic/…`: the clinic's logo. */
export function clinicRoutes(logo: Pick<Logo, 'stored'>): Hono {
  const app = new Hono();
  readable(app, '/clinic/:name', (context) => {
    const stored = logo.stored(context.req.param('name') ?? '');
    return stored ? answerWith(context, stored) : errorAnswer('not-found');
  });
  return app;
}
