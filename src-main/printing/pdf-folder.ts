import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const two = (number: number): string => String(number).padStart(2, '0');

/** `tonos-2026-11-30-091502`: by its time on the clinic's clock, and by nothing else. */
export function sheetName(date: Date): string {
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `tonos-${day}-${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}

/** So many sheets of one second have names of their own. */
const MOST_TWINS = 9;

/** Puts a sheet into the folder; never over another file. Rejects when it cannot. */
export async function writePdf(folder: string, pdf: Uint8Array, date: Date): Promise<void> {
  const name = sheetName(date);
  for (let twin = 1; ; twin++) {
    const file = path.join(folder, `${name}${twin > 1 ? `-${twin}` : ''}.pdf`);
    try {
      return await writeFile(file, pdf, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || twin === MOST_TWINS) throw error;
    }
  }
}
