import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { listFiles } from '../files/list-files.ts';
import { etagOf, type Stored } from './answer.ts';
import { BOOT_PLACE } from './boot.ts';

/** Where the built print view takes its sheet. */
export const SHEET_PLACE = /(<script type="application\/json" id="sheet">)[^<]*(<\/script>)/;

/** The built page, in memory: what is not in this list when the kiosk starts is never served. */
export interface PageFiles {
  readonly index: string;
  /** What the take-home sheet is printed from. */
  readonly sheet: string;
  /** By path in the page's folder, as in `assets/index-4f2a.js`. */
  readonly assets: ReadonlyMap<string, Stored>;
}

/** @throws when the page has not been built, or not by this kiosk */
export async function readPageFiles(pageDir: string): Promise<PageFiles> {
  const [index, sheet] = (await Promise.all(
    ['index.html', 'sheet.html'].map((file) => readFile(path.join(pageDir, file), 'utf8')),
  ).catch(() => {
    throw new Error(`There is no page in ${pageDir}. Build it with: npm run build`);
  })) as [string, string];
  if (!BOOT_PLACE.test(index) || !SHEET_PLACE.test(sheet)) {
    throw new Error(
      `The page in ${pageDir} has no place for what the kiosk tells it. Build it with: npm run build`,
    );
  }
  const { files } = await listFiles(pageDir, ['assets'], pageDir);
  const assets = await Promise.all(
    files.map(async ({ file, location }): Promise<[string, Stored]> => {
      const body = await readFile(location);
      const type = getMimeType(file) ?? 'application/octet-stream';
      return [file, { body, type, etag: etagOf(body), cache: 'immutable' }];
    }),
  );
  return { index, sheet, assets: new Map(assets) };
}
