/** What stands on the stage, on white paper: the pictures with their ink, in tones that a laser printer keeps. */
import type { DiagramsWords } from '../../src-main/contract/words.ts';
import type { Show } from '../diagram/live/show.ts';
import type { Eye } from '../diagram/model/model.ts';
import { pictureOf, sideOf } from '../diagram/parts.ts';
import type { Words } from '../i18n/words.svelte.ts';
import type { Consult, Picture } from './consult.svelte.ts';
import type { Frame } from './frame.ts';
import { paintPage, type InkColours } from './ink-canvas.ts';
import { MOST_WIDTH, type Snapshot } from './snapshot.ts';

/** Dark enough in grey. */
const ON_PAPER: InkColours = { gold: '#8f5f00', blue: '#12607c', linen: '#2b2b27', halo: '#fff' };
/** Between two pictures, px. */
const BETWEEN = 24;

interface OnStage {
  readonly frames: readonly Frame[];
  readonly eyeNow: (at: number) => Eye;
  /** What draws each picture; absent where a still stands. */
  readonly shows: readonly (Show | undefined)[];
  readonly words: Words;
}

/** @throws where the browser makes no picture */
export async function paintSheet(consult: Consult, stage: OnStage): Promise<Snapshot> {
  const { pictures, picture } = consult;
  const width = Math.floor((MOST_WIDTH - BETWEEN * (pictures.length - 1)) / pictures.length);
  const sizes = pictures.map((one) => consult.diagramOf(one).size);
  const height = Math.round(Math.max(...sizes.map(([w, h]) => (width * h) / w)));
  const canvas = document.createElement('canvas');
  canvas.width = width * pictures.length + BETWEEN * (pictures.length - 1);
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const [at, one] of pictures.entries()) {
    const box = {
      left: at * (width + BETWEEN),
      top: 0,
      width,
      height: (width * sizes[at]![1]) / sizes[at]![0],
    };
    const show = stage.shows[at];
    if (show) show.paint(context, box.left, 0, box.width, box.height);
    else await paintStill(context, consult, one, box);
    const ink = inkOf(consult, stage, at, { ...box, eye: stage.eyeNow(at) });
    context.drawImage(ink, box.left, 0);
  }
  const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!image) throw new Error('The browser made no picture.');
  const { views } = consult.diagramOf(picture);
  const side = Object.values(views)[0]?.side;
  return {
    diagram: picture.diagram,
    pose: picture.form,
    share: picture.share,
    title: pictures.map((one) => consult.nameOf(one.diagram, one)).join(' / '),
    image,
    words: consult.named ? namesOf(consult, stage.words) : [],
    ...(side !== 'none' && { orbit: stage.eyeNow(pictures.indexOf(picture)).orbit }),
  };
}

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** Ink on a canvas of its own, so that what erases takes away ink alone. */
function inkOf(
  consult: Consult,
  { frames }: OnStage,
  at: number,
  box: Box & { eye: Eye },
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(box.width);
  canvas.height = Math.ceil(box.height);
  const frame = frames[at];
  const context = canvas.getContext('2d');
  if (frame && context) paintPage(context, consult.ink.pageOf(frame.key), { ...box, left: 0 }, ON_PAPER);
  return canvas;
}

async function paintStill(
  context: CanvasRenderingContext2D,
  consult: Consult,
  picture: Picture,
  { left, width, height }: Box,
): Promise<void> {
  const still = pictureOf(consult.diagramOf(picture), consult.formOf(picture).pose, consult.viewOf(picture));
  if (!still) return;
  const image = new Image();
  image.src = still.src;
  await image.decode();
  context.drawImage(image, left, 0, width, height);
}

/** Parts that are called out, each with its side. */
function namesOf(consult: Consult, words: Words): string[] {
  const names = consult.pictures.flatMap((picture) => {
    const { parts = {} } = words.namespace<DiagramsWords>('diagrams')?.words[picture.diagram] ?? {};
    return consult.formOf(picture).working.flatMap((part) => {
      const { base, side } = sideOf(part);
      const name = parts[base]?.name;
      if (name === undefined) return [];
      return side ? `${name} (${words.t(`side.${side}`)})` : name;
    });
  });
  return [...new Set(names)];
}
