import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './project.mjs';

/**
 * What `node_modules` lacks, by the record that npm keeps of what it installed. Empty when all is there.
 * @param {string} folder
 * @returns {string[]} packages, or `node_modules` when there is nothing at all
 */
export function missingPackages(folder) {
  const installed = readLock(path.join(folder, 'node_modules', '.package-lock.json'));
  if (!installed) return ['node_modules'];
  const wanted = readLock(path.join(folder, 'package-lock.json')) ?? {};
  return Object.entries(wanted)
    .filter(([where, { version, optional, link }]) => {
      if (where === '' || link) return false;
      const found = installed[where];
      // Optional packages are for other systems as often as not.
      return found ? found.version !== version : !optional;
    })
    .map(([where]) => where.replace(/^.*node_modules\//, ''));
}

/** @throws {Problem} when npm fails */
export async function installWhatIsMissing(folder, { ending, runNpm = npm } = {}) {
  const missing = missingPackages(folder);
  if (missing.length === 0) return false;
  const named =
    missing.slice(0, 3).join(', ') + (missing.length > 3 ? ` and ${missing.length - 3} more` : '');
  const command = existsSync(path.join(folder, 'package-lock.json')) ? 'ci' : 'install';
  console.log(`Missing: ${named}. Installing with npm ${command}; this takes a minute.`);
  const code = await runNpm([command, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    ending,
  });
  if (ending?.asked) process.exit(0);
  if (code !== 0) {
    throw new Problem(
      `npm ${command} failed (exit code ${code}); its own lines above say why. ` +
        'The npm registry must be reachable once; after that the kiosk needs no network.',
    );
  }
  return true;
}

/** npm says where it is when it runs a script; started by hand, it is looked for in PATH. */
function npm(args, options) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], options);
  return process.platform === 'win32'
    ? run('npm.cmd', args, { ...options, shell: true })
    : run('npm', args, options);
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
