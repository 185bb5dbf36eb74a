import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { LogExport } from '../contract/staff.ts';
import { fault, faultLine, type Fault } from '../faults.ts';
import { writeWhole } from '../files/write-file.ts';
import { codeOf } from '../files/error-code.ts';

/** In the kiosk's own folder so many exports are kept. */
const MOST_EXPORTS = 5;

const NAME = /^tonos-logs-.+\.txt\.gz$/;

export interface ExportOptions {
  /** The files of the log, newest first. */
  readonly logFiles: readonly string[];
  /** `undefined`: the kiosk was not asked. */
  readonly faults: readonly Fault[] | undefined;
  /** How the kiosk is; a text is told as it stands. */
  readonly health: unknown;
  readonly clinicName: string | undefined;
  readonly date: Date;
  /** Drives and folders to write to; the first that takes it. */
  readonly places: readonly string[];
  /** The kiosk's own folder: taken when no place will do. */
  readonly folder: string | undefined;
}

/**
 * Writes the log, the faults and the health as one file. It is one text, packed: ten files of JSON lines become one that
 * any editor shows in order, small enough for a mail, and Windows 11, macOS and Linux unpack it with a double click.
 */
export async function exportLog(options: ExportOptions): Promise<LogExport | { readonly faults: Fault[] }> {
  const { places, folder, clinicName, date } = options;
  const packed = await promisify(gzip)(await textOf(options));
  const name = `tonos-logs-${slugOf(clinicName ?? hostname())}-${stampOf(date)}.txt.gz`;
  const own = folder === undefined ? [] : [path.join(folder, 'exports')];
  const [ownFolder] = own;
  if (ownFolder) await mkdir(ownFolder, { recursive: true, mode: 0o700 }).catch(() => undefined);
  let why = 'there is no drive';
  for (const place of [...places, ...own]) {
    try {
      await writeWhole(path.join(place, name), packed, 0o644);
      if (place === ownFolder) await removeOld(place);
      return { file: path.join(place, name) };
    } catch (error) {
      why = codeOf(error);
    }
  }
  return { faults: [fault('logs-not-exported', { folder: '', file: name }, { why })] };
}

async function textOf({ logFiles, faults, health, date }: ExportOptions): Promise<string> {
  const oldestFirst = logFiles.toReversed();
  const logs = await Promise.all(oldestFirst.map((file) => readFile(file, 'utf8').catch(() => '')));
  return [
    `Tonos, log of ${date.toISOString()}`,
    '',
    'HEALTH',
    typeof health === 'string' ? health : JSON.stringify(health, null, 2),
    '',
    'FAULTS',
    ...faultLines(faults),
    '',
    'LOG',
    ...logs,
  ].join('\n');
}

function faultLines(faults: readonly Fault[] | undefined): string[] {
  if (!faults) return ['not asked for'];
  return faults.length > 0 ? faults.map((found) => `${found.severity}: ${faultLine(found)}`) : ['none'];
}

async function removeOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name));
  const dated = names.sort((a, b) => (dateIn(a) < dateIn(b) ? 1 : -1));
  for (const name of dated.slice(MOST_EXPORTS)) await rm(path.join(folder, name), { force: true });
}

const dateIn = (name: string): string => name.slice(-'2026-11-23-100000.txt.gz'.length);

/** `Praxis Dr. Müller` → `praxis-dr-muller`: letters that every drive takes. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '') || 'kiosk';

/** By the clinic's clock, as in `2026-11-23-100000`. */
function stampOf(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}-${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('')}`;
}
