/** Runs inside a headless browser: draws pictures on request and hands them back as text. */
import type { Layer, View } from '../../src-main/contract/diagram.ts';
import type { ServedShapes, TouchMap } from '../../src-main/contract/api.ts';
import { Atlas, type Anchor, type Drawable } from '../../src-renderer/diagram/gl/atlas.ts';
import { buildModel } from '../../src-renderer/diagram/model/build.ts';
import type { Look, Numbers } from '../../src-renderer/diagram/model/model.ts';

export interface DrawRequest {
  /** A diagram that was loaded. */
  id: string;
  size: readonly [number, number];
  numbers: Numbers;
  view: View;
  hidden?: readonly Layer[];
  /** Layers that can be laid aside. Skin that can be, and is not, is whole: no opening shows. */
  layers?: readonly Layer[];
  selected?: string | undefined;
  ghost?: number;
  format: 'webp' | 'png';
  /** 0…1, of WebP. */
  quality?: number;
  /** `#rrggbb` laid under the picture; absent: transparent. */
  stage?: string;
  /** Draws the places of callouts into it. */
  marks?: boolean;
  /** Columns of the map of what lies under a finger; its rows follow from the size. Absent: no map. */
  touchColumns?: number;
}

export interface Drawn {
  /** The encoded picture, base64. */
  picture: string;
  /** Of all parts that have a place. */
  anchors: Record<string, Anchor>;
  touch?: TouchMap;
  /** How long drawing and encoding took. */
  drawMs: number;
  encodeMs: number;
}

interface LoadedDiagram {
  drawable: Drawable;
  parts: readonly string[];
}

const canvas = document.createElement('canvas');
let engine: Atlas | undefined;
const diagrams = new Map<string, LoadedDiagram>();

const theEngine = (): Atlas => (engine ??= new Atlas(canvas));

async function encode(
  source: HTMLCanvasElement,
  format: string,
  quality: number | undefined,
): Promise<string> {
  const blob = await new Promise<Blob | null>((resolve) =>
    source.toBlob(resolve, `image/${format}`, quality),
  );
  if (!blob) throw new Error(`the browser could not encode a picture as ${format}`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let k = 0; k < bytes.length; k += 8192) text += String.fromCharCode(...bytes.subarray(k, k + 8192));
  return btoa(text);
}

function onStage(stage: string): HTMLCanvasElement {
  const flat = document.createElement('canvas');
  [flat.width, flat.height] = [canvas.width, canvas.height];
  const context = flat.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  context.fillStyle = stage;
  context.fillRect(0, 0, flat.width, flat.height);
  context.drawImage(canvas, 0, 0);
  return flat;
}

/** A ring for each callout: filled where the eye sees the part, empty where it does not. */
function drawMarks(flat: HTMLCanvasElement, anchors: Readonly<Record<string, Anchor>>): void {
  const context = flat.getContext('2d');
  if (!context) return;
  context.font = `${Math.round(flat.height / 70)}px sans-serif`;
  for (const [part, [x, y, seen]] of Object.entries(anchors)) {
    context.strokeStyle = context.fillStyle = seen === 'seen' ? '#ffffff' : '#7f9a94';
    context.beginPath();
    context.arc(x, y, flat.height / 160, 0, 2 * Math.PI);
    if (seen === 'seen') context.fill();
    else context.stroke();
    context.fillText(part, x + flat.height / 110, y + flat.height / 220);
  }
}

const page = {
  drawing: () => theEngine().drawing,

  /** Builds the model of a diagram, anew if it was there. */
  load(id: string, shapes: ServedShapes, parts: Readonly<Record<string, { layer: Layer }>>) {
    page.release(id);
    const started = performance.now();
    const model = buildModel(shapes, parts);
    diagrams.set(id, { drawable: theEngine().load(model), parts: Object.keys(parts) });
    const count = (of: (batch: (typeof model.batches)[number]) => number): number =>
      model.batches.reduce((sum, batch) => sum + of(batch), 0);
    return {
      buildMs: performance.now() - started,
      batches: model.batches.length,
      vertices: count((batch) => batch.positions.length / 4),
      triangles: count((batch) => batch.indices.length / 3),
    };
  },

  release(id: string): void {
    const known = diagrams.get(id);
    if (known) theEngine().release(known.drawable);
    diagrams.delete(id);
  },

  async draw(request: DrawRequest): Promise<Drawn> {
    const diagram = diagrams.get(request.id);
    if (!diagram) throw new Error(`the diagram "${request.id}" is not loaded`);
    const { drawable, parts } = diagram;
    const { view } = request;
    const [width, height] = request.size;
    const { hidden = [], layers = [] } = request;
    const isBare = !layers.includes('skin') || hidden.includes('skin');
    const look: Look = {
      numbers: request.numbers,
      eye: { orbit: view.orbit, elevation: view.elevation, centre: view.centre, height: view.height },
      without: view.without,
      windows: drawable.model.windows.map((name) => (isBare && name === view.window ? 1 : 0)),
      hidden,
      selected: request.selected,
      ghost: request.ghost ?? 0,
    };
    const size = { width, height };
    const started = performance.now();
    const anchors = theEngine().anchors(drawable, look, size, parts);
    const rows = request.touchColumns && Math.max(1, Math.round((request.touchColumns * height) / width));
    const touch = rows && theEngine().touchMap(drawable, look, size, request.touchColumns ?? 1, rows);
    theEngine().draw(drawable, look, { ...size, antialias: true });
    const drawn = performance.now();
    const source = request.stage === undefined ? canvas : onStage(request.stage);
    if (request.marks) drawMarks(source, anchors);
    const picture = await encode(source, request.format, request.quality);
    return {
      picture,
      anchors,
      ...(touch && { touch }),
      drawMs: drawn - started,
      encodeMs: performance.now() - drawn,
    };
  },
};

export type DrawPage = typeof page;
(globalThis as unknown as { atlas: DrawPage }).atlas = page;
