import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { SIGNATURE_FILE } from '../content/layout.ts';
import { SignatureFile } from '../contract/structure.ts';
import { fault, type Fault } from '../faults.ts';
import { parseJson } from '../files/read-json.ts';
import { objections, shapeFaults } from '../files/shape.ts';

/** Whose packs are taken. */
export interface PublicKey {
  /** The first 16 digits of the SHA-256 of its 32 bytes. */
  readonly id: string;
  readonly key: KeyObject;
}

const PREFIX = 'ed25519:';

/** A public key from its text, `ed25519:` and 32 bytes in base64; `undefined` when it is none. */
export function readPublicKey(text: string): PublicKey | undefined {
  const raw = Buffer.from(text.slice(PREFIX.length), 'base64');
  if (raw.length !== 32 || text !== PREFIX + raw.toString('base64')) return undefined;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
  return { id: keyId(raw), key: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** The text of the public half of a key. */
export const publicKeyText = (key: KeyObject): string => PREFIX + rawBytes(key).toString('base64');

/** What `bundle.sig` holds for the bytes of `bundle.json`. @param key an Ed25519 private key */
export function signatureText(bundle: Uint8Array, key: KeyObject): string {
  const file: SignatureFile = {
    key: keyId(rawBytes(key)),
    signature: sign(undefined, bundle, key).toString('base64'),
  };
  // Without a byte to spare: whichever one is changed, it is another signature or none.
  return JSON.stringify(file);
}

/**
 * Why a list of files is not to be trusted; empty when one of the keys signed exactly these bytes.
 * @param signature the bytes of `bundle.sig`; absent where there is none
 */
export function signatureFaults(
  bundle: Uint8Array,
  signature: Uint8Array | undefined,
  keys: readonly PublicKey[],
  folder: string,
): Fault[] {
  const at = { folder, file: SIGNATURE_FILE };
  if (keys.length === 0) return [fault('pack-keys-missing', { folder, file: '' })];
  if (!signature) return [fault('pack-unsigned', at)];
  const { value, faults } = parseJson(signature, at);
  if (faults.length > 0) return faults;
  const file = SignatureFile.safeParse(value);
  if (!file.success) return shapeFaults(objections(file.error.issues, value), at);
  const known = keys.find(({ id }) => id === file.data.key);
  if (!known) return [fault('pack-key-unknown', at, { key: file.data.key })];
  const isGood = verify(undefined, bundle, known.key, Buffer.from(file.data.signature, 'base64'));
  return isGood ? [] : [fault('pack-signature-wrong', at)];
}

const keyId = (raw: Uint8Array): string => createHash('sha256').update(raw).digest('hex').slice(0, 16);

/** The 32 bytes of the public half. */
const rawBytes = (key: KeyObject): Buffer => {
  const half = key.type === 'public' ? key : createPublicKey(key);
  return Buffer.from(half.export({ format: 'jwk' }).x ?? '', 'base64url');
};
