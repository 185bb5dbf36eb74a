import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { MeasuredDrawing } from '../contract/api.ts';
import { Measured } from '../contract/staff.ts';
import { codeOf } from '../files/error-code.ts';
import { inTurn } from '../files/in-turn.ts';
import { parseJson } from '../files/read-json.ts';
import { writeWhole } from '../files/write-file.ts';
import type { Log } from '../log/log.ts';

export const DRAWING_FILE = 'drawing.json';

/** `drawing.json` of the kiosk's own folder. */
const DrawingFile = z.strictObject({ version: z.literal(1), ...Measured.shape });

export interface KeptDrawing {
  /** Absent: the page has not measured it yet. */
  readonly current: MeasuredDrawing | undefined;
  /** Keeps what the page has measured. Never rejects: what cannot be kept is measured again after a restart. */
  keep(measured: MeasuredDrawing): Promise<void>;
}

/** How this machine draws, so that the page need not measure it anew each time. */
export async function openDrawing(folder: string, log: Log): Promise<KeptDrawing> {
  const file = path.join(folder, DRAWING_FILE);
  let current = await read(folder);
  const turn = inTurn();

  const write = async (measured: MeasuredDrawing): Promise<void> => {
    try {
      await mkdir(folder, { recursive: true });
      await writeWhole(file, `${JSON.stringify({ version: 1, ...measured })}\n`);
    } catch (error) {
      log.warn('How this machine draws cannot be kept.', { why: codeOf(error) });
    }
  };
  return {
    get current() {
      return current;
    },
    keep: (measured) =>
      turn(async () => {
        const before = current;
        const { renderer, drawing, frameMs } = measured;
        current = measured;
        const isSame = before?.renderer === renderer && before.drawing === drawing;
        if (!isSame) log.info(`The page draws on this machine: ${drawing}.`, { renderer, frameMs });
        if (!isSame || before.frameMs !== frameMs) await write(measured);
      }),
  };
}

/** A file that cannot be used says nothing: the page measures again. */
async function read(folder: string): Promise<MeasuredDrawing | undefined> {
  const bytes = await readFile(path.join(folder, DRAWING_FILE)).catch(() => undefined);
  if (!bytes) return undefined;
  const parsed = DrawingFile.safeParse(parseJson(bytes, { folder, file: DRAWING_FILE }).value);
  if (!parsed.success) return undefined;
  const { renderer, drawing, frameMs } = parsed.data;
  return { renderer, drawing, frameMs };
}
