import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const USUAL_MIRROR = 'https://github.com/electron/electron/releases/download/';

/** Clinics often block the site. Whether it answers at all is known soon; the download itself may take its time, ms. */
const ANSWERS_WITHIN = 5_000;
const DOWNLOAD_WITHIN = 5 * 60_000;

/**
 * Has Electron's package fetch its binary. `ELECTRON_MIRROR` names another site.
 * @param {string} home of the package
 * @returns {Promise<string | undefined>} why it failed, in words that go on after a colon
 */
export async function downloadElectron(
  home,
  { node, ending, env },
  { answers = siteAnswers, say = console.log } = {},
) {
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? USUAL_MIRROR;
  if (!(await answers(`${mirror}v${version}/SHASUMS256.txt`))) {
    return `its binary is not here, and ${new URL(mirror).host} does not answer`;
  }
  say('Downloading Electron, about 120 MB. It is done once.');
  return runInstaller(path.join(home, 'install.js'), { node, ending, env });
}

async function siteAnswers(address) {
  const options = { method: 'HEAD', signal: AbortSignal.timeout(ANSWERS_WITHIN) };
  return fetch(address, options).then(
    ({ ok }) => ok,
    () => false,
  );
}

function runInstaller(script, { node, ending, env }) {
  return new Promise((resolve) => {
    const child = spawn(node, [script], { stdio: ['ignore', 'ignore', 'pipe'], env });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(0, 2_000)));
    const stop = () => child.kill('SIGKILL');
    const late = setTimeout(stop, DOWNLOAD_WITHIN);
    const forget = ending?.onEnd(stop);
    const done = (why) => {
      clearTimeout(late);
      forget?.();
      resolve(why);
    };
    child.once('error', (error) => done(`its download failed (${error.message})`));
    child.once('close', (code, signal) => {
      if (signal) done(`its download took longer than ${DOWNLOAD_WITHIN / 60_000} minutes`);
      else
        done(code === 0 ? undefined : `its download failed (${said.split('\n')[0] || `exit code ${code}`})`);
    });
  });
}
