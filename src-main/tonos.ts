/** The `tonos` command for Node: tools for content and kiosks. The kiosk itself is started by a host. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './cli/run-command.ts';

// The sources lie one folder below the project, the bundle two.
const above = [path.dirname(import.meta.dirname), path.resolve(import.meta.dirname, '../..')];
const root = above.find((folder) => existsSync(path.join(folder, 'package.json'))) ?? above[0]!;
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

const io = {
  out: console.log,
  err: console.error,
  // npm changes into the project; it says from where it was called.
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  builtInDir: root,
  version,
};
const code = await runCommand(process.argv.slice(2), io);
if (code === undefined) await runCommand(['help'], { ...io, out: io.err });
process.exitCode = code ?? 2;
