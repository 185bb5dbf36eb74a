import { describe, expect, it } from 'vitest';
import { etagOf } from '../../../src-main/routes/answer.ts';
import { clinicRoutes } from '../../../src-main/routes/clinic.ts';
import { png } from '../../fixtures/pictures.ts';

const NAME = 'logo-0123456789abcdef.png';
const body = new Uint8Array(png());
const stored = { body, type: 'image/png', etag: etagOf(body), cache: 'immutable' } as const;

describe('the clinic’s logo', () => {
  const app = clinicRoutes({ stored: (name) => (name === NAME ? stored : undefined) });

  it('is served, and never changes', async () => {
    const response = await app.request(`/clinic/${NAME}`);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png());
    const again = await app.request(`/clinic/${NAME}`, { headers: { 'If-None-Match': stored.etag } });
    expect(again.status).toBe(304);
  });

  it('is nothing else', async () => {
    expect((await app.request('/clinic/logo-0000000000000000.png')).status).toBe(404);
    expect((await app.request('/clinic/settings.json')).status).toBe(404);
    expect((await app.request(`/clinic/${NAME}`, { method: 'POST' })).status).toBe(405);
  });
});
