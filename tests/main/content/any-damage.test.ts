import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonFile, Layer } from '../../../src-main/content/layer.ts';
import type { ServedShapes } from '../../../src-main/contract/api.ts';
import { roleOf } from '../../../src-main/content/layout.ts';
import { makeLibrary } from '../../../src-main/content/library.ts';
import { readContentFile } from '../../../src-main/content/read-content-file.ts';
import { goodTree, webp, type Tree } from '../../fixtures/content.ts';

/** The layer that reading a folder with these files would make. */
function layerOf(tree: Tree): Layer {
  const json = new Map<string, JsonFile>();
  const pictures: Layer['pictures'] = new Map(
    Object.keys(tree)
      .filter((file) => file.endsWith('.webp'))
      .map((file) => [
        file,
        {
          at: { folder: '', file },
          hash: file,
          format: 'webp' as const,
          size: [100, 100] as const,
          bytes: new Uint8Array(webp()),
        },
      ]),
  );
  for (const [file, value] of Object.entries(tree)) {
    const role = roleOf(file);
    if (role.role !== 'json') continue;
    const at = { folder: '', file };
    const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
    json.set(file, { kind: role.kind, at, hash: file, ...readContentFile(role.kind, bytes, at) });
  }
  return { folder: '', json, pictures, faults: [] };
}

/** Every place in a JSON value, as the way there. */
const places = (value: unknown): (string | number)[][] =>
  typeof value !== 'object' || value === null
    ? [[]]
    : [[], ...Object.entries(value).flatMap(([key, inner]) => places(inner).map((path) => [key, ...path]))];

const replaced = (value: unknown, [key, ...rest]: (string | number)[], by: unknown): unknown => {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((inner: unknown, index) => (`${index}` === key ? replaced(inner, rest, by) : inner));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, by) };
};

/** Every part that shapes draw or label, without its side. */
const namesIn = ({ groups, labels }: ServedShapes): (string | undefined)[] => [
  ...groups.flatMap((group) => group.shapes.map(({ part }) => part)),
  ...Object.keys(labels).map((part) => part.split('.')[0]),
];

const files = Object.entries(goodTree())
  .filter(([file]) => file.endsWith('.json'))
  .flatMap(([file, value]) => places(value).map((path) => ({ file, path })));

it('stays readable whatever one value of it becomes', { timeout: 60_000 }, () => {
  expect(makeLibrary([layerOf(goodTree())]).faults).toEqual([]);
  const value = fc.oneof(
    fc.constantFrom(
      undefined,
      null,
      '',
      'en',
      'neck',
      'constructor',
      '__proto__',
      '[[tremor|x]]',
      '[[',
      1e9,
      -1,
      [],
      {},
    ),
    fc.jsonValue({ maxDepth: 3 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...files), value, ({ file, path }, by) => {
      const tree = goodTree();
      const text = JSON.stringify(replaced(tree[file], path, by)) ?? '';
      const { library, faults } = makeLibrary([layerOf({ ...tree, [file]: text })]);
      for (const tag of library?.locales.map((locale) => locale.tag) ?? []) {
        for (const namespace of [
          'ui',
          'tours',
          'glossary',
          'diagrams',
          ...library!.tours.keys().map((id) => `tours/${id}`),
        ]) {
          expect(library?.words(tag, namespace)).toBeDefined();
        }
        // Whatever is taught can be shown: its pictures, its parts and all its words are there.
        for (const [id, tour] of library!.tours) {
          const words = library!.words(tag, `tours/${id}`)?.words as { steps: Record<string, unknown> };
          for (const step of tour.steps) {
            for (const list of [step.show, step.mark, step.terms, step.sources, tour.related])
              expect(new Set(list).size).toBe(list.length);
            const { poses, views, motions, pictures, drawn } = library!.diagrams.get(step.diagram)!;
            expect(poses).toHaveProperty([step.pose]);
            expect(views).toHaveProperty([step.camera]);
            const motion = step.motion === undefined ? undefined : motions[step.motion];
            expect(motion === undefined).toBe(step.motion === undefined);
            for (const pose of motion?.poses ?? []) expect(poses).toHaveProperty([pose]);
            if (drawn) {
              const model = library!.shapes.get(step.diagram)!;
              for (const part of step.show) expect(namesIn(model)).toContain(part.split('.')[0]);
            }
            if (step.diagram === 'neck') {
              const picture = pictures[`${step.pose}@${step.camera}`];
              for (const part of step.show) expect(picture?.anchors).toHaveProperty([part]);
              for (const number of motion?.poses.keys() ?? [])
                expect(pictures).toHaveProperty([`${step.motion}.${number}@${motion!.view}`]);
              expect(picture).toBeDefined();
            }
            expect(words.steps).toHaveProperty([step.id, 'alt']);
          }
        }
      }
      if (!library) expect(faults.some(({ severity }) => severity === 'error')).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
