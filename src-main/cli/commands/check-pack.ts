import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PACK_FILE, SIGNATURE_FILE } from '../../content/layout.ts';
import { PackFile } from '../../contract/structure.ts';
import { faultLine } from '../../faults.ts';
import { parseJson } from '../../files/read-json.ts';
import { readPublicKey, signatureFaults } from '../../packs/signature.ts';
import { placeOf, readArguments } from '../arguments.ts';
import { CommandProblem, wrongUse, type Command } from '../command.ts';
import { contentErrors, readFolder } from '../content-errors.ts';

export const checkPack: Command = {
  name: 'check-pack',
  usage: '<pack> [--key <public key>]',
  what: 'Says whether a kiosk would take a pack; with a public key also whether it is signed with it.',
  async run(args, io) {
    const { words, values } = readArguments(args, ['pack'], ['key']);
    const folder = placeOf(words[0], io);
    const layer = await readFolder(folder);
    const read = (file: string) => readFile(path.join(folder, file)).catch(() => undefined);
    const [bundle, signature] = await Promise.all([read(PACK_FILE), read(SIGNATURE_FILE)]);
    if (!bundle) throw new CommandProblem(`${folder} is no pack: it has no ${PACK_FILE}.`);

    const errors = await contentErrors(layer, io.builtInDir);
    if (values.key !== undefined) {
      const key = readPublicKey(values.key);
      if (!key) throw wrongUse('--key must be a public key as "tonos new-key" prints it.');
      errors.push(...signatureFaults(bundle, signature, [key], folder));
    }
    errors.map(faultLine).forEach((line) => io.err(line));
    if (errors.length > 0) return 1;
    const pack = PackFile.parse(parseJson(bundle, { folder, file: PACK_FILE }).value);
    const files = Object.keys(pack.files).length;
    io.out(
      `${pack.name}, version ${pack.version}, sequence ${pack.sequence}, ${files} files: whole and valid.`,
    );
    if (values.key === undefined) io.out(signature ? 'The signature was not checked.' : 'It is not signed.');
    return 0;
  },
};
