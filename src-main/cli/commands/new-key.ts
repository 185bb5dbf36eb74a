import { generateKeyPairSync } from 'node:crypto';
import { CommandProblem, type Command } from '../command.ts';
import { writeSynced } from '../../files/write-file.ts';
import { codeOf } from '../../files/error-code.ts';
import { publicKeyText } from '../../packs/signature.ts';
import { placeOf, readArguments } from '../arguments.ts';

export const newKey: Command = {
  name: 'new-key',
  usage: '[--out <file>]',
  what: 'Makes a key for signing packs. Keep the file secret; prints the public key for "packKeys".',
  async run(args, io) {
    const { values } = readArguments(args, [], ['out']);
    const file = placeOf(values.out ?? 'tonos-key.pem', io);
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const text = privateKey.export({ type: 'pkcs8', format: 'pem' });
    await writeSynced(file, text, 0o600).catch((error: unknown) => {
      const why = codeOf(error) === 'EEXIST' ? 'there is such a file already' : codeOf(error);
      throw new CommandProblem(`The key cannot be written to ${file}: ${why}.`);
    });
    io.err(`The private key is in ${file}. Keep it secret.`);
    io.out(publicKeyText(publicKey));
    return 0;
  },
};
