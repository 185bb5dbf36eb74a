import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { root } from '../kiosk.ts';
import { floorPages } from './floor-pages.ts';
import { peerPages } from './peer-pages.ts';

export interface Site {
  readonly origin: string;
  close(): void;
}

/** Serves floors and peers from memory, as the kiosk serves its page. Nothing is compressed, as with the kiosk. */
export async function openSite(): Promise<Site> {
  const files = new Map<string, Buffer>([
    ...(await filesOf('node_modules/reveal.js/dist', '/reveal')),
    ...(await filesOf('node_modules/driver.js/dist', '/driver')),
  ]);
  for (const [name, page] of Object.entries({ ...floorPages, ...peerPages })) {
    files.set(`/${name}.html`, Buffer.from(page));
  }
  const server = createServer(({ url = '' }, response) => {
    const body = files.get(url);
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': getMimeType(url) ?? 'application/octet-stream',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
    });
    return response.end(body);
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @throws when the library is not installed */
async function filesOf(folder: string, prefix: string): Promise<[string, Buffer][]> {
  const home = path.join(root, folder);
  const names = await readdir(home, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Error(`There is no ${folder}. Install it with: npm install`);
  });
  return Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map(async (entry): Promise<[string, Buffer]> => {
        const file = path.join(entry.parentPath, entry.name);
        const address = path.relative(home, file).split(path.sep).join('/');
        return [`${prefix}/${address}`, await readFile(file)];
      }),
  );
}
