/** Contact sheets: all poses of a diagram without a word, to be judged by eye. What is where stands in an index beside them. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { format, resolveConfig } from 'prettier';
import type { Planned } from './plan.ts';
import type { Store } from './store.ts';
import type { Studio } from './studio.ts';

const MOST_BYTES = 600 * 1024;

/** The stage of the kiosk’s page. */
const GROUND = '#12211f';

/** Width of a picture on a sheet, px, and the quality; the first that makes the sheet small enough is taken. */
const TRIALS = [
  [640, 0.86],
  [560, 0.82],
  [480, 0.82],
  [480, 0.7],
  [400, 0.7],
  [320, 0.6],
  [240, 0.5],
] as const;

/** A sheet as an index names it: the pictures of each row. */
export interface Sheet {
  readonly diagram: string;
  readonly rows: readonly (readonly string[])[];
}

/** The poses of each diagram, view by view; frames of motions are left out. */
export function sheetsOf(all: readonly Planned[]): Map<Sheet, Planned[]> {
  const poses = all.filter(({ still }) => poseKey(still.keys) !== undefined);
  const ofDiagram = Map.groupBy(poses, ({ still }) => still.diagram);
  return new Map(
    [...ofDiagram].sort(byName).map(([diagram, planned]) => {
      const { views, poses } = planned[0]!.subject.diagram;
      const place = ({ still }: Planned): number =>
        Object.keys(views).indexOf(still.view) * 1000 +
        Object.keys(poses).indexOf(poseKey(still.keys)!.split('@')[0]!);
      const ordered = planned.toSorted((a, b) => place(a) - place(b));
      const keys = ordered.map(({ still }) => poseKey(still.keys)!);
      return [{ diagram, rows: inRows(keys, columnsFor(keys.length)) }, ordered] as const;
    }),
  );
}

/** Draws the sheets and writes them with their index. */
export async function writeSheets(
  folder: string,
  all: readonly Planned[],
  store: Store,
  studio: Studio,
): Promise<void> {
  const sheets = sheetsOf(all);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.webp')) rmSync(path.join(folder, name));
  const page = await studio.page();
  for (const [{ diagram, rows }, planned] of sheets) {
    const [width, height] = planned[0]!.subject.diagram.size;
    const sheet = await smallEnough(page, {
      pictures: planned.map((each) => Buffer.from(store.picture(each)).toString('base64')),
      columns: rows[0]!.length,
      shape: height / width,
    });
    writeFileSync(path.join(folder, `${diagram}.webp`), sheet);
  }
  const file = path.join(folder, 'README.md');
  const options = { ...(await resolveConfig(file)), filepath: file };
  writeFileSync(file, await format(index([...sheets.keys()]), options));
}

/** What is where on the sheets, in Markdown. */
export function index(sheets: readonly Sheet[]): string {
  const parts = sheets.map(({ diagram, rows }) => {
    const columns = rows[0]!.map((_, column) => String(column + 1));
    const lines = rows.map((row, number) => [String(number + 1), ...row.map((key) => `\`${key}\``)]);
    const head = [['', ...columns], columns.map(() => '---').toSpliced(0, 0, '--:')];
    const table = [...head, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
    return `## ${diagram}\n\n[${diagram}.webp](${diagram}.webp)\n\n${table}\n`;
  });
  return `# Sheets of the atlas\n\n${INTRODUCTION}\n\n${parts.join('\n')}`;
}

const INTRODUCTION =
  'Every pose of every diagram, in the views in which it is baked, without a word. `npm run atlas -- --sheet` draws them ' +
  'anew and writes this index. How they are judged: [rubric.md](rubric.md). A cell is `<pose>@<view>`.';

const poseKey = (keys: readonly string[]): string | undefined => keys.find((key) => !key.includes('.'));

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** A little wider than high. */
const columnsFor = (count: number): number => Math.max(1, Math.round(Math.sqrt(count * 1.2)));

const inRows = (keys: readonly string[], columns: number): string[][] =>
  Array.from({ length: Math.ceil(keys.length / columns) }, (_, row) =>
    keys.slice(row * columns, (row + 1) * columns),
  );

interface Composed {
  /** In base64. */
  readonly pictures: readonly string[];
  readonly columns: number;
  /** Height of a picture for its width. */
  readonly shape: number;
}

async function smallEnough(page: Page, composed: Composed): Promise<Buffer> {
  for (const [width, quality] of TRIALS) {
    const sheet = await compose(page, composed, width, quality);
    if (sheet.length <= MOST_BYTES) return sheet;
  }
  throw new Error(`${composed.pictures.length} pictures do not fit on a sheet of ${MOST_BYTES} bytes.`);
}

async function compose(page: Page, composed: Composed, width: number, quality: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ pictures, columns, shape, width, quality, ground }) => {
      const height = Math.round(width * shape);
      const sheet = new OffscreenCanvas(columns * width, Math.ceil(pictures.length / columns) * height);
      const context = sheet.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      context.fillStyle = ground;
      context.fillRect(0, 0, sheet.width, sheet.height);
      for (const [index, picture] of pictures.entries()) {
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
        const drawn = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }), {
          resizeWidth: width,
          resizeHeight: height,
          resizeQuality: 'high',
        });
        context.drawImage(drawn, (index % columns) * width, Math.floor(index / columns) * height);
      }
      const blob = await sheet.convertToBlob({ type: 'image/webp', quality });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    },
    { ...composed, width, quality, ground: GROUND },
  );
  return Buffer.from(base64, 'base64');
}
