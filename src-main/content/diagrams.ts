import type { Diagram } from '../contract/api.ts';
import type { DiagramFile } from '../contract/structure.ts';
import { fault, type Fault, type Place } from '../faults.ts';
import type { Files } from './files.ts';
import { has } from './has.ts';
import type { Picture } from './layer.ts';

export interface Diagrams {
  readonly diagrams: ReadonlyMap<string, Diagram>;
  /** Ids that have a file, good or bad. */
  readonly known: ReadonlySet<string>;
  /** Name in an address → picture. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly faults: readonly Fault[];
}

/** Name of a picture's address: its content, so what is behind it never changes. */
const pictureName = (picture: Picture): string => `${picture.hash.slice(0, 32)}.webp`;

/** The usable diagrams. A picture that is missing or wrong is left out alone, what rests on it is too. */
export function readDiagrams(files: Files, terms: ReadonlySet<string> | undefined): Diagrams {
  const diagrams = new Map<string, Diagram>();
  const pictures = new Map<string, Picture>();
  const known = new Set<string>();
  const faults: Fault[] = [];
  for (const { at, names, value } of files.all('diagram')) {
    const [id = ''] = names;
    known.add(id);
    if (!value) {
      faults.push(fault('diagram-left-out', at, { why: 'the file cannot be used' }));
      continue;
    }
    const served: Diagram['pictures'] = {};
    for (const [key, { file, anchors }] of Object.entries(value.pictures)) {
      const inside = { ...at, path: `pictures.${key}` };
      const [pose = '', camera = ''] = key.split('@');
      const wrong = [
        ...unless(has(value.poses, pose), 'pose-unknown', inside, { id: pose, diagram: id }),
        ...unless(value.views.includes(camera), 'camera-unknown', inside, { id: camera, diagram: id }),
        ...Object.keys(anchors).flatMap((part) =>
          partFaults(value, id, part, { ...inside, path: `${inside.path}.anchors` }),
        ),
      ];
      const location = `assets/diagrams/${id}/${file}`;
      const picture = files.picture(location);
      if (!picture) wrong.push(fault('file-missing', { folder: at.folder, file: location }));
      else wrong.push(...sizeFaults(value, picture));
      faults.push(...wrong);
      if (!picture || wrong.length > 0) continue;
      pictures.set(pictureName(picture), picture);
      served[key] = { src: `/pictures/${pictureName(picture)}`, anchors };
    }
    faults.push(...innerFaults(value, id, at, terms));
    diagrams.set(id, { ...value, id, pictures: served });
  }
  return { diagrams, known, pictures, faults };
}

/** Anchors are measured on a picture of the diagram's size. */
const sizeFaults = ({ size: wanted }: DiagramFile, { at, size: is }: Picture): Fault[] =>
  unless(is[0] === wanted[0] && is[1] === wanted[1], 'picture-size-wrong', at, {
    is: is.join(' × '),
    wanted: wanted.join(' × '),
  });

function innerFaults(
  file: DiagramFile,
  diagram: string,
  at: Place,
  terms: ReadonlySet<string> | undefined,
): Fault[] {
  return [
    ...Object.entries(file.parts).flatMap(([part, { term }]) =>
      unless(
        !term || !terms || terms.has(term),
        'term-unknown',
        { ...at, path: `parts.${part}.term` },
        { id: term ?? '' },
      ),
    ),
    ...Object.entries(file.poses).flatMap(([pose, { working }]) =>
      working.flatMap((part, index) =>
        partFaults(file, diagram, part, { ...at, path: `poses.${pose}.working[${index}]` }),
      ),
    ),
    ...Object.entries(file.motions).flatMap(([motion, { view, poses }]) => {
      const inside = { ...at, path: `motions.${motion}` };
      return [
        ...unless(file.views.includes(view), 'camera-unknown', inside, { id: view, diagram }),
        ...[...new Set(poses)].flatMap((pose) => {
          const key = `${pose}@${view}`;
          return unless(has(file.pictures, key), 'picture-unknown', inside, { key, diagram });
        }),
      ];
    }),
  ];
}

const partFaults = (file: DiagramFile, diagram: string, part: string, at: Place): Fault[] =>
  unless(has(file.parts, part), 'part-unknown', at, { id: part, diagram });

/** No fault if something holds, else one. */
export const unless = (holds: boolean, ...wrong: Parameters<typeof fault>): Fault[] =>
  holds ? [] : [fault(...wrong)];
