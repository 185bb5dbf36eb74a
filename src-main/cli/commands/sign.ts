import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PACK_FILE, SIGNATURE_FILE } from '../../content/layout.ts';
import { faultLine } from '../../faults.ts';
import { writeWhole } from '../../files/write-file.ts';
import { codeOf } from '../../files/error-code.ts';
import { publicKeyText, signatureText } from '../../packs/signature.ts';
import { placeOf, readArguments } from '../arguments.ts';
import { CommandProblem, wrongUse, type Command } from '../command.ts';
import { listErrors, readFolder } from '../content-errors.ts';

export const sign: Command = {
  name: 'sign',
  usage: '<pack> --key <file>',
  what: 'Signs a pack with a private key.',
  async run(args, io) {
    const { words, values } = readArguments(args, ['pack'], ['key']);
    if (values.key === undefined) throw wrongUse('--key is missing.');
    const folder = placeOf(words[0], io);
    const key = await readKey(placeOf(values.key, io));
    const bundle = await readFile(path.join(folder, PACK_FILE)).catch((error: unknown) => {
      const todo = 'Make the pack with "tonos pack" first.';
      throw new CommandProblem(`${path.join(folder, PACK_FILE)} cannot be read (${codeOf(error)}). ${todo}`);
    });
    const errors = listErrors(await readFolder(folder));
    errors.map(faultLine).forEach((line) => io.err(line));
    if (errors.length > 0) return 1;
    await writeWhole(path.join(folder, SIGNATURE_FILE), signatureText(bundle, key), 0o644);
    io.out(`Signed. The public key is ${publicKeyText(key)}`);
    return 0;
  },
};

async function readKey(file: string): Promise<KeyObject> {
  const text = await readFile(file).catch((error: unknown) => {
    throw new CommandProblem(`The key ${file} cannot be read (${codeOf(error)}).`);
  });
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(text);
  } catch {
    // Told below, without a word of what the file holds.
  }
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new CommandProblem(`${file} is not a private key as "tonos new-key" makes it.`);
}
