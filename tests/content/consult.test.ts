/** What ships for consult: every form, of either side, can be shown. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLayer } from '../../src-main/content/layer.ts';
import { makeLibrary } from '../../src-main/content/library.ts';
import type { DiagramsWords } from '../../src-main/contract/words.ts';
import { formOf, formsOf, hasOtherSide } from '../../src-renderer/consult/forms.ts';

const { library } = makeLibrary([await readLayer(path.join(import.meta.dirname, '../..'), '')]);
const words = library!.words('en', 'diagrams')!.words as DiagramsWords;
const diagrams = [...library!.diagrams.values()];

describe.each(diagrams)('the forms of $id', (diagram) => {
  const names = words[diagram.id]?.poses ?? {};

  it('have names, and one word for the strip', () => {
    expect(formsOf(diagram, names).length).toBeGreaterThan(1);
    expect(words[diagram.id]?.short).toBeDefined();
  });

  it('stay within what the diagram allows, on either side', () => {
    for (const form of formsOf(diagram, names)) {
      const { numbers, from, working } = formOf(diagram, names, { form, other: hasOtherSide(diagram, form) });
      for (const { parameters } of [numbers, from]) {
        for (const [id, value] of Object.entries(parameters)) {
          const { least, most } = diagram.parameters[id]!;
          expect(value, `${form}, ${id}`).toBeGreaterThanOrEqual(least);
          expect(value, `${form}, ${id}`).toBeLessThanOrEqual(most);
        }
      }
      expect(working.every((part) => diagram.parts[part])).toBe(true);
    }
  });
});

describe('the neck', () => {
  it('says who works in a turn to the right: the left front muscle and the right back ones', () => {
    const neck = library!.diagrams.get('neck')!;
    const names = words['neck']?.poses ?? {};
    const { working } = formOf(neck, names, { form: 'turn-right', other: false });
    expect(working).toEqual([
      'sternocleidomastoid.left',
      'splenius-capitis.right',
      'levator-scapulae.right',
      'obliquus-capitis-inferior.right',
    ]);
    const left = formOf(neck, names, { form: 'turn-right', other: true });
    expect(left.working).toContain('sternocleidomastoid.right');
    expect(left.name).toBe('Torticollis to the left');
  });
});
