import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EARLIER } from '../../../src-main/content/content.ts';
import type { Diagram, ErrorAnswer } from '../../../src-main/contract/api.ts';
import { goodTree, tourWords, webp, writeTree } from '../../fixtures/content.ts';
import { openedKiosk } from '../../fixtures/kiosk.ts';

describe('content', () => {
  it.each<[string, unknown]>([
    ['sources', { CHAN: 'Chan, 1991' }],
    ['tours/neck', { id: 'neck', place: 'trapezius.left', related: ['eyes'] }],
    ['diagrams/neck', { id: 'neck', size: [100, 100], views: { front: { orbit: 0 } }, drawn: false }],
    ['diagrams/eyes', { id: 'eyes', drawn: true, poses: { right: { parameters: { turn: 20 } } } }],
    ['diagrams/eyes/shapes', { frame: 'Between the eyes.', groups: [{ joint: 'neck' }, { pitch: 0 }] }],
    ['diagrams/neck/touch', {}],
    ['words/es/ui', { words: { home: { title: 'es home' } }, from: {} }],
    ['words/es/language', { words: { keyboard: ['es keys'], speech: { 112: 'es one one two' } }, from: {} }],
    ['words/es/diagrams', { words: { neck: { parts: { trapezius: { does: 'es lifts' } } } }, from: {} }],
    ['words/es/glossary', { words: { tremor: { plain: 'es plain' } }, from: {} }],
    ['words/es/tours', { words: { neck: { title: 'es title' }, eyes: { attract: 'es attract' } }, from: {} }],
    ['words/es/tours/neck', { words: { steps: { turn: { alt: 'es picture' } } }, from: {} }],
  ])('%s is served, and never changes', async (address, answer) => {
    const { fetch, boot } = await openedKiosk();
    const full = `/content/${(await boot()).version}/${address}`;
    const response = await fetch(full);
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(await response.json()).toMatchObject(answer as object);
    const etag = response.headers.get('ETag') ?? '';
    expect((await fetch(full, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  it.each([
    ['tours/foot', 'not-found'],
    ['tours/constructor', 'not-found'],
    ['diagrams/foot', 'not-found'],
    ['diagrams/neck/shapes', 'not-found'],
    ['diagrams/foot/touch', 'not-found'],
    ['diagrams/eyes/nope', 'not-found'],
    ['words/fr/ui', 'locale-unknown'],
    ['words/es/nope', 'not-found'],
    ['words/es/locale', 'not-found'],
    ['words/es/tours/foot', 'not-found'],
    ['words/es', 'not-found'],
    ['', 'not-found'],
  ])('%s is not there: %s', async (address, name) => {
    const { fetch, boot } = await openedKiosk();
    const response = await fetch(`/content/${(await boot()).version}/${address}`);
    expect(response.status).toBe(404);
    expect(((await response.json()) as ErrorAnswer).error.name).toBe(name);
  });

  it('answers for the current version and the few before, and for no other', async () => {
    const file = 'locales/en/tours/neck.json';
    const folder = await writeTree({ [file]: tourWords('en') });
    const { fetch, boot, clock } = await openedKiosk({ overlays: [folder] });
    const title = async (version: string): Promise<unknown> => {
      const response = await fetch(`/content/${version}/words/en/tours/neck`);
      const body = (await response.json()) as { words?: { title: string }; error?: { name: string } };
      return body.words?.title ?? [response.status, body.error?.name];
    };
    const versions = [(await boot()).version];
    const later = Array.from({ length: EARLIER + 1 }, (_, index) => `title ${index}`);
    for (const next of later) {
      await writeTree({ [file]: { ...tourWords('en'), title: next } }, folder);
      await clock.passChecks(2000);
      await clock.passChecks(2000);
      versions.push((await boot()).version);
    }
    expect(new Set(versions).size).toBe(EARLIER + 2);
    expect(await Promise.all(versions.map(title))).toEqual([[410, 'content-version-gone'], ...later]);
  });
});

describe('pictures', () => {
  it('are at the address that the diagram names, whatever becomes of the file', async () => {
    const builtInDir = await writeTree(goodTree());
    const { fetch, boot, json } = await openedKiosk({ builtInDir });
    const diagram = await json<Diagram>(`/content/${(await boot()).version}/diagrams/neck`);
    const src = diagram.pictures['rest@front']?.src ?? '';
    expect(src).toMatch(/^\/pictures\/[0-9a-f]{32}\.webp$/);
    await writeFile(path.join(builtInDir, 'assets/diagrams/neck/rest.front.webp'), 'overwritten');

    const response = await fetch(src);
    expect(response.headers.get('Content-Type')).toBe('image/webp');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(webp('rest'));
    const etag = response.headers.get('ETag') ?? '';
    expect((await fetch(src, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect((await fetch('/pictures/00000000000000000000000000000000.webp')).status).toBe(404);
  });
});
