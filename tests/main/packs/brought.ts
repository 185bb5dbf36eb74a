/** Packs as they are brought: made of a tree, signed, on a drive. */
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openContent } from '../../../src-main/content/content.ts';
import { faultLine } from '../../../src-main/faults.ts';
import { openPacks, type PackOptions } from '../../../src-main/packs/pack-store.ts';
import { publicKeyText, signatureText } from '../../../src-main/packs/signature.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { logDouble } from '../../doubles/log.ts';
import { goodTree, temporaryFolder, tourWords, writeTree, type Tree } from '../../fixtures/content.ts';

export const WORDS = 'locales/en/tours/neck.json';

const { privateKey } = generateKeyPairSync('ed25519');
const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
export const publicKey = publicKeyText(key);

const hashOf = (value: unknown): string => {
  const bytes = typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value);
  return createHash('sha256').update(bytes).digest('hex');
};

/** A signed pack of a sequence, whose title says which. */
export function signedTree(
  sequence: number,
  options: { name?: string; tree?: Tree; files?: Record<string, string>; signer?: KeyObject } = {},
): Tree {
  const { name = 'clinic', tree = {}, files = {}, signer = key } = options;
  const content: Tree = {
    [WORDS]: { ...tourWords('en'), title: `title ${sequence}` },
    LICENSE: `licence ${sequence}`,
    ...tree,
  };
  const listed = Object.fromEntries(Object.entries(content).map(([file, value]) => [file, hashOf(value)]));
  const bundle = JSON.stringify({
    name,
    version: `v${sequence}`,
    sequence,
    files: { ...listed, ...files },
  });
  return { ...content, 'bundle.json': bundle, 'bundle.sig': signatureText(Buffer.from(bundle), signer) };
}

/** A kiosk's packs and content, with a drive to bring packs on. */
export async function openedPacks(options: Partial<PackOptions> & { overlays?: string[] } = {}) {
  const stateDir = options.stateDir ?? (await temporaryFolder());
  const drive = await temporaryFolder();
  const clock = new HeldClock();
  const log = logDouble();
  const store = await openPacks({
    clock,
    log,
    sources: () => [drive],
    keys: () => [publicKey],
    validate: (packs) => content.errorsWith(packs),
    onChange: () => content.setPacks(store.current),
    ...options,
    stateDir,
  });
  const content = await openContent({
    builtInDir: await writeTree(goodTree()),
    packs: store.current,
    overlays: options.overlays ?? [],
    clock,
    onChange: () => undefined,
  });
  onTestFinished(() => {
    store.close();
    content.close();
  });
  return {
    store,
    content,
    clock,
    log,
    drive,
    stateDir,
    packsDir: path.join(stateDir, 'packs'),
    title: () => content.current.toursIndex('en').words['neck']?.title,
    lines: () => store.faults.map(faultLine),
    /** Puts a pack on the drive in place of what was there. */
    put: async (tree: Tree, folder = 'pack') => {
      await rm(path.join(drive, folder), { recursive: true, force: true });
      await writeTree(tree, path.join(drive, folder));
    },
    /** The same, and the kiosk has looked at it. */
    bring: async (tree: Tree, folder = 'pack') => {
      await rm(path.join(drive, folder), { recursive: true, force: true });
      await writeTree(tree, path.join(drive, folder));
      await store.lookNow();
    },
  };
}
