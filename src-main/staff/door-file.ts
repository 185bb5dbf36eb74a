import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { fault, type Fault } from '../faults.ts';
import { parseJson } from '../files/read-json.ts';
import { writeWhole } from '../files/write-file.ts';
import { codeOf } from '../files/error-code.ts';

export const DOOR_FILE = 'staff.json';

/** `lost`: there may have been one, and it cannot be read any more. */
const KeptPin = z.union([z.string().startsWith('scrypt$').max(400), z.literal('lost')]);

/** `staff.json` of the kiosk's own folder. */
const DoorFile = z.strictObject({
  version: z.literal(1),
  /** The hash of the PIN that was chosen on the panel. */
  pin: KeptPin.optional(),
  /** Wrong PINs in a row, and whether the wait after the last of them is still to be served. */
  wrong: z.int().min(0).max(1_000_000),
  waiting: z.boolean(),
});

export type DoorState = Omit<z.infer<typeof DoorFile>, 'version'>;

const fresh: DoorState = { wrong: 0, waiting: false };

/** Reads what is kept of the door. A file that cannot be used never counts as one that is not there. */
export async function readDoor(folder: string): Promise<{ state: DoorState; faults: Fault[] }> {
  const at = { folder, file: DOOR_FILE };
  const lost = (why: Fault[]) => ({
    state: { ...fresh, pin: 'lost' } satisfies DoorState,
    faults: [...why, fault('staff-pin-lost', at)],
  });
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path.join(folder, DOOR_FILE));
  } catch (error) {
    const why = codeOf(error);
    return why === 'ENOENT' ? { state: fresh, faults: [] } : lost([fault('file-unreadable', at, { why })]);
  }
  const { value, faults } = parseJson(bytes, at);
  const read = DoorFile.safeParse(value);
  if (!read.success || faults.length > 0) return lost(faults);
  const { version: _, ...state } = read.data;
  return { state, faults: state.pin === 'lost' ? [fault('staff-pin-lost', at)] : [] };
}

/** @returns why it could not be kept; `undefined` when it was */
export async function writeDoor(folder: string, state: DoorState): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    await writeWhole(path.join(folder, DOOR_FILE), `${JSON.stringify({ version: 1, ...state }, null, 2)}\n`);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

/** Whether somebody has taken the file away, as `tonos reset-pin` does. */
export const isDoorGone = (folder: string): Promise<boolean> =>
  stat(path.join(folder, DOOR_FILE)).then(
    () => false,
    (error: unknown) => codeOf(error) === 'ENOENT',
  );
