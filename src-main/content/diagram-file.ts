import type { DiagramFile } from '../contract/diagram.ts';
import { mirroredPart } from '../contract/mirror.ts';
import { fault, unless, type Fault, type Place } from '../faults.ts';
import { has } from './has.ts';

/** What keeps a diagram.json from holding together, its poses aside. */
export function fileFaults(file: DiagramFile, diagram: string, at: Place): Fault[] {
  const within = (path: string): Place => ({ ...at, path });
  const part = (id: string, path: string): Fault[] =>
    unless(has(file.parts, id), 'part-unknown', within(path), { id, diagram });
  return [
    ...Object.keys(file.parts).flatMap((id) => {
      const twin = mirroredPart(id);
      return unless(has(file.parts, twin), 'pair-incomplete', within(`parts.${id}`), { twin });
    }),
    ...Object.entries(file.parts).flatMap(([id, { appears }]) =>
      unless(
        appears === undefined || has(file.parameters, appears),
        'parameter-unknown',
        within(`parts.${id}.appears`),
        { id: appears ?? '', diagram },
      ),
    ),
    ...file.hidden.flatMap((layer, index) =>
      unless(file.layers.includes(layer), 'layer-not-offered', within(`hidden[${index}]`), { layer }),
    ),
    ...Object.entries(file.parameters).flatMap(([id, { least, most }]) =>
      unless(least <= 0 && most >= 0, 'parameter-out-of-range', within(`parameters.${id}`), {
        id,
        is: 0,
        least,
        most,
      }),
    ),
    ...Object.entries(file.views).flatMap(([view, { without }]) =>
      without.flatMap((id, index) => part(id, `views.${view}.without[${index}]`)),
    ),
    ...motionFaults(file, diagram, within),
    ...(Object.keys(file.poses).length > 0 ? [] : [fault('shape-wrong', within('poses'), { why: NOTHING })]),
    ...(Object.keys(file.views).length > 0 ? [] : [fault('shape-wrong', within('views'), { why: NOTHING })]),
  ];
}

const NOTHING = 'must not be empty';

const motionFaults = (file: DiagramFile, diagram: string, within: (path: string) => Place): Fault[] =>
  Object.entries(file.motions).flatMap(([motion, { view, poses, modifiers }]) => {
    const path = `motions.${motion}`;
    return [
      ...unless(has(file.views, view), 'view-unknown', within(`${path}.view`), { id: view, diagram }),
      ...poses.flatMap((id, index) =>
        unless(has(file.poses, id), 'pose-unknown', within(`${path}.poses[${index}]`), { id, diagram }),
      ),
      ...modifiers.flatMap(({ parameter: id }, index) =>
        unless(
          has(file.parameters, id),
          'parameter-unknown',
          within(`${path}.modifiers[${index}].parameter`),
          { id, diagram },
        ),
      ),
    ];
  });

/** Glossary terms that do not exist; the parts stay. */
export const termFaults = (
  { parts }: DiagramFile,
  at: Place,
  terms: ReadonlySet<string> | undefined,
): Fault[] =>
  Object.entries(parts).flatMap(([part, { term }]) =>
    unless(
      !term || !terms || terms.has(term),
      'term-unknown',
      { ...at, path: `parts.${part}.term` },
      { id: term ?? '' },
    ),
  );
