import { describe, expect, it } from 'vitest';
import { reachesThePage } from '../../../src-main/shell/keys.ts';
import { escapeKeys, keypadKeys, ownKeys } from '../../e2e/escapes.ts';
import { inputOf } from '../../e2e/input-of.ts';

describe('keys', () => {
  it.each([...ownKeys, ...keypadKeys])('of the page reach it: %s', (keys) => {
    expect(reachesThePage(inputOf(keys))).toBe(true);
  });

  it.each(escapeKeys)('of a browser do not: %s', (keys) => {
    expect(reachesThePage(inputOf(keys))).toBe(false);
  });

  it('write in every script, with AltGr and with dead keys', () => {
    const plain = { code: 'KeyQ', control: false, alt: false, meta: false, modifiers: [] };
    for (const key of ['ñ', 'é', 'ж', 'ع', '字', 'Dead', 'Process'])
      expect(reachesThePage({ ...plain, key })).toBe(true);
    const altGraph = { ...plain, control: true, alt: true, modifiers: ['control', 'alt', 'altgr'] };
    expect(reachesThePage({ ...altGraph, key: '@' })).toBe(true);
  });

  it('open the staff panel by their place, whatever the layout writes there', () => {
    const chord = { code: 'KeyS', control: true, alt: true, meta: false, modifiers: ['control', 'alt'] };
    expect(reachesThePage({ ...chord, key: 'ы' })).toBe(true);
    expect(reachesThePage({ ...chord, code: 'KeyD', key: 'd' })).toBe(false);
  });
});
