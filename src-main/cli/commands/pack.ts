import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { PACK_FILE, SIGNATURE_FILE } from '../../content/layout.ts';
import { PackFile } from '../../contract/structure.ts';
import { faultLine } from '../../faults.ts';
import { parseJson } from '../../files/read-json.ts';
import { writeSynced, writeWhole } from '../../files/write-file.ts';
import { codeOf } from '../../files/error-code.ts';
import { placeOf, readArguments } from '../arguments.ts';
import { CommandProblem, wrongUse, type Command, type CommandIo } from '../command.ts';
import { readPackable } from '../packable.ts';

const READABLE = 0o644;

export const pack: Command = {
  name: 'pack',
  usage: '<folder> [--out <folder>] [--name <name>] [--version <text>] [--sequence <number>]',
  what: 'Makes a pack of a content folder: checks its files and lists them in bundle.json.',
  async run(args, io) {
    const { words, values } = readArguments(args, ['folder'], ['out', 'name', 'version', 'sequence']);
    const folder = placeOf(words[0], io);
    const head = headOf(values, folder, await readBefore(folder));
    const out = values.out === undefined ? undefined : await emptyFolder(values.out, folder, io);

    const { files, hashes, faults } = await readPackable(folder, io.builtInDir);
    faults.map(faultLine).forEach((line) => io.err(line));
    if (faults.length > 0) return 1;
    await keep(out ?? folder, { ...head, files: hashes }, out ? files : new Map());
    const count = Object.keys(hashes).length;
    io.out(
      `${head.name}, version ${head.version}, sequence ${head.sequence}: ${count} files. Not signed yet.`,
    );
    return 0;
  },
};

/** What a pack says of itself, as far as it is not said anew: one sequence more than before. */
function headOf(
  given: { readonly name?: string; readonly version?: string; readonly sequence?: string },
  folder: string,
  before: PackFile | undefined,
): Omit<PackFile, 'files'> {
  const { shape } = PackFile;
  const sequence =
    given.sequence === undefined
      ? (before?.sequence ?? 0) + 1
      : /^\d+$/.test(given.sequence)
        ? Number(given.sequence)
        : NaN;
  const name = given.name ?? before?.name ?? path.basename(folder);
  const version = given.version ?? String(sequence);
  if (!shape.sequence.safeParse(sequence).success)
    throw wrongUse(`--sequence must be a whole number, not "${given.sequence}".`);
  if (!shape.name.safeParse(name).success)
    throw wrongUse(`"${name}" cannot be its name: --name takes lower-case words joined by hyphens.`);
  if (!shape.version.safeParse(version).success) throw wrongUse('--version takes 1 to 60 characters.');
  return { name, version, sequence };
}

/** The list of the pack that a folder was, if it was one. */
async function readBefore(folder: string): Promise<PackFile | undefined> {
  const bytes = await readFile(path.join(folder, PACK_FILE)).catch(() => undefined);
  return bytes && PackFile.safeParse(parseJson(bytes, { folder, file: PACK_FILE }).value).data;
}

async function emptyFolder(given: string, folder: string, io: CommandIo): Promise<string> {
  const out = placeOf(given, io);
  const within = path.relative(folder, out);
  if (within === '' || (!within.startsWith('..') && !path.isAbsolute(within)))
    throw wrongUse('--out must be a folder outside the one that is packed.');
  const there = await readdir(out).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw new CommandProblem(`${out} cannot be used (${codeOf(error)}).`);
  });
  if (there.length > 0) throw new CommandProblem(`${out} is not empty.`);
  return out;
}

/** Writes the files, and last of all the list: where it is, the pack is whole. */
async function keep(folder: string, list: PackFile, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  try {
    // It would be the signature of another list.
    await rm(path.join(folder, SIGNATURE_FILE), { force: true });
    for (const [file, bytes] of files) {
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeSynced(target, bytes, READABLE);
    }
    await writeWhole(path.join(folder, PACK_FILE), `${JSON.stringify(list, null, 2)}\n`, READABLE);
  } catch (error) {
    throw new CommandProblem(`The pack cannot be written to ${folder} (${codeOf(error)}).`);
  }
}
