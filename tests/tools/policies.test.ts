import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { USUAL_PORT } from '../../src-main/browser/listen.ts';
import { KIOSK_PORT, policies, policyFiles } from '../../tools/package/browser-policies.ts';
import { root } from '../../tools/start/project.mjs';

const deploy = path.join(root, 'deploy');
const valueOf = (name: string) => policies.find((policy) => policy.name === name)?.value;

describe('deploy/policies', () => {
  it('has the files of the table and no others', () => {
    expect(readdirSync(path.join(deploy, 'policies')).sort()).toEqual(Object.keys(policyFiles()).sort());
  });

  it.each(Object.entries(policyFiles()))('%s is what the table says', (name, text) => {
    const lines = (file: string) => file.split(/\r?\n/);
    expect(lines(readFileSync(path.join(deploy, 'policies', name), 'utf8'))).toEqual(lines(text));
  });
});

describe('the policies', () => {
  it('are each there once, with a reason', () => {
    expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
    for (const { why } of policies) expect(why).toMatch(/^[A-Z].*\.$/);
  });

  it('let the kiosk’s page through, on the port that it is started with, and nothing else', () => {
    expect(KIOSK_PORT).toBe(USUAL_PORT);
    expect(valueOf('URLAllowlist')).toEqual([`http://127.0.0.1:${USUAL_PORT}`]);
    expect(valueOf('URLBlocklist')).toEqual(
      expect.arrayContaining(['*', 'chrome://*', 'devtools://*', 'edge://*']),
    );
    const starters = ['linux/browser-host.conf', 'windows/tonos-shell.ps1'];
    for (const file of starters) {
      const text = readFileSync(path.join(deploy, file), 'utf8').replaceAll(/['",]/g, '');
      expect(text).toContain(`--port ${USUAL_PORT}`);
    }
  });

  it('let the host see its page', () => {
    expect(valueOf('RemoteDebuggingAllowed')).toBe(true);
    // 2 refuses every session over the pipe as well: a crash or a hang would go unseen.
    expect(valueOf('DeveloperToolsAvailability')).not.toBe(2);
  });

  it('let the private mode be', () => {
    expect([valueOf('IncognitoModeAvailability'), valueOf('InPrivateModeAvailability')]).toEqual([0, 0]);
  });

  it('are values that the registry takes', () => {
    for (const name of ['tonos-chrome.reg', 'tonos-edge.reg'] as const) {
      const lines = policyFiles()[name]!.split('\r\n').slice(1).filter(Boolean);
      const line = /^(\[-?HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\[\w\\]+\]|"\w+"=(dword:[0-9a-f]{8}|".*"))$/;
      expect(lines.filter((each) => !line.test(each))).toEqual([]);
    }
  });
});
