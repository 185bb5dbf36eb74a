import { describe, expect, it } from 'vitest';
import { blocksOf, leads, THRIFT } from '../../../src-renderer/sheet/blocks.ts';
import { sheet } from '../../fixtures/sheet.ts';

const kinds = (changes: Parameters<typeof sheet>[0] = {}, step = 0): string[] =>
  blocksOf(sheet(changes), THRIFT[step]!).map(({ kind }) => kind);

describe('the blocks of a sheet', () => {
  it('are what it holds, each section under its head', () => {
    expect(kinds()).toEqual(['opening', 'head', 'question', 'head', 'word', 'review', 'head', 'sources']);
  });

  it('are nothing where there is nothing', () => {
    expect(kinds({ pictures: [], sentences: [], questions: [], words: [], sources: [] })).toEqual(['review']);
  });

  it('set several pictures two abreast', () => {
    const [picture] = sheet().pictures;
    expect(kinds({ pictures: [picture!, picture!, picture!] }).slice(0, 3)).toEqual([
      'pictures',
      'pictures',
      'kept',
    ]);
  });

  it('name the tours of questions where there are several', () => {
    const [of] = sheet().questions;
    expect(kinds({ questions: [of!, of!] }).filter((kind) => kind === 'of')).toHaveLength(2);
  });

  it('never give up questions, pictures or the state of review', () => {
    const last = kinds({}, THRIFT.length - 1);
    expect(last).toEqual(['opening', 'head', 'question', 'review']);
  });

  it('keep a head with what stands under it', () => {
    const [of] = sheet().questions;
    const blocks = blocksOf(sheet({ questions: [{ ...of!, asks: [...of!.asks, ...of!.asks] }] }), THRIFT[0]!);
    expect(blocks.slice(0, 4).map((_, index) => leads(blocks, index))).toEqual([false, true, true, false]);
  });
});
