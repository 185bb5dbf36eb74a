import type { ServedPicture, TouchMap } from '../contract/api.ts';
import type { DiagramFile, Motion, PosterFile } from '../contract/diagram.ts';
import { fault, unless, type Fault, type Place } from '../faults.ts';
import type { Entry, Files } from './files.ts';
import { has } from './has.ts';
import type { Picture } from './layer.ts';
import type { Sketch } from './shapes.ts';

/** The stills of a diagram. */
export interface Posters {
  readonly pictures: Readonly<Record<string, ServedPicture>>;
  readonly touch: Readonly<Record<string, TouchMap>>;
  /** By name in an address. */
  readonly files: ReadonlyMap<string, Picture>;
  readonly faults: readonly Fault[];
}

/** Name of a picture's address: its content, so what is behind it never changes. */
const pictureName = ({ hash, format }: Picture): string => `${hash.slice(0, 32)}.${format}`;

/**
 * The usable stills. One that is missing or wrong is left out alone.
 * @param fingerprint of the data that the diagram is drawn of; absent: it is not drawn
 */
export function readPosters(
  files: Files,
  { at, value }: Pick<Entry<'posters'>, 'at' | 'value'>,
  sketch: Sketch,
  fingerprint: string | undefined,
): Posters {
  const pictures: Record<string, ServedPicture> = {};
  const touch: Record<string, TouchMap> = {};
  const shown = new Map<string, Picture>();
  const faults: Fault[] = [];
  // A file that cannot be used has its own fault.
  if (value?.of !== undefined && value.of !== fingerprint)
    faults.push(fault('posters-stale', { ...at, path: 'of' }));
  else
    for (const [key, poster] of Object.entries(value?.pictures ?? {})) {
      const wrong = posterFaults(key, poster, sketch, { ...at, path: `pictures.${key}` });
      const file = `assets/diagrams/${sketch.id}/${poster.file}`;
      const picture = files.picture(file);
      if (picture) wrong.push(...sizeFaults(sketch.file, picture));
      else wrong.push(fault('file-missing', { folder: at.folder, file }));
      faults.push(...wrong);
      if (!picture || wrong.length > 0) continue;
      shown.set(pictureName(picture), picture);
      pictures[key] = { src: `/pictures/${pictureName(picture)}`, anchors: poster.anchors };
      if (poster.touch) touch[key] = poster.touch;
    }
  return { pictures: { ...framesAtPoses(sketch.file, pictures), ...pictures }, touch, files: shown, faults };
}

/** Keys of the stills of a motion, in their order. */
export const framesOf = (motion: string, { poses, frames, view }: Motion): string[] =>
  Array.from({ length: (poses.length - 1) * frames + 1 }, (_, number) => `${motion}.${number}@${view}`);

/** A frame that stands in a pose need not be drawn twice. */
function framesAtPoses(
  { motions }: DiagramFile,
  pictures: Readonly<Record<string, ServedPicture>>,
): Record<string, ServedPicture> {
  const frames: Record<string, ServedPicture> = {};
  for (const [id, { poses, frames: step, view }] of Object.entries(motions))
    poses.forEach((pose, index) => {
      const still = has(pictures, `${pose}@${view}`) ? pictures[`${pose}@${view}`] : undefined;
      if (still) frames[`${id}.${index * step}@${view}`] = still;
    });
  return frames;
}

function posterFaults(key: string, poster: PosterFile, { id: diagram, file }: Sketch, at: Place): Fault[] {
  const [what = '', view = ''] = key.split('@');
  const [name = '', number] = what.split('.');
  const parts = (list: readonly string[], path: string): Fault[] =>
    list.flatMap((id) =>
      unless(has(file.parts, id), 'part-unknown', { ...at, path: `${at.path}.${path}` }, { id, diagram }),
    );
  return [
    ...(number === undefined
      ? unless(has(file.poses, name), 'pose-unknown', at, { id: name, diagram })
      : frameFaults(name, Number(number), file, diagram, at)),
    ...unless(has(file.views, view), 'view-unknown', at, { id: view, diagram }),
    ...parts(Object.keys(poster.anchors), 'anchors'),
    ...(poster.touch
      ? [
          ...parts(poster.touch.names, 'touch.names'),
          ...touchFaults(poster.touch, { ...at, path: `${at.path}.touch.runs` }),
        ]
      : []),
  ];
}

function frameFaults(id: string, number: number, file: DiagramFile, diagram: string, at: Place): Fault[] {
  const motion = has(file.motions, id) ? file.motions[id] : undefined;
  if (!motion) return [fault('motion-unknown', at, { id, diagram })];
  const last = (motion.poses.length - 1) * motion.frames;
  return unless(number <= last, 'frame-unknown', at, { number, motion: id, last });
}

function touchFaults({ columns, rows, names, runs }: TouchMap, at: Place): Fault[] {
  const is = runs.reduce((cells, [, length]) => cells + length, 0);
  const wanted = columns * rows;
  const isKnown = runs.every(([name]) => name < names.length);
  return unless(is === wanted && isKnown, 'touch-wrong', at, { is, wanted });
}

/** Anchors are measured on a picture of the diagram's size. */
const sizeFaults = ({ size: wanted }: DiagramFile, { at, size: is }: Picture): Fault[] =>
  unless(is[0] === wanted[0] && is[1] === wanted[1], 'picture-size-wrong', at, {
    is: is.join(' × '),
    wanted: wanted.join(' × '),
  });
