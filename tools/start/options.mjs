import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from './problem.mjs';

export const help = `npm start -- [options]

  --host <name>       electron: full screen in Electron
                      browser:  full screen in the browser on this machine
                      serve:    no window; prints the address to open
                      Without it: the first one that works here.
  --windowed          a window in place of the whole screen
  --port <number>     the port to listen on (usually 4518, or a free one)
  --locale <tag>      the language to begin with, such as en or pt-BR
  --content <folder>  content laid over the built-in content; can be repeated
  --pseudo            two test languages made of English, to see whether others fit
  --help              this text`;

/**
 * @typedef {object} StartOptions
 * @property {'electron' | 'browser' | 'serve' | undefined} host
 * @property {boolean} windowed
 * @property {string | undefined} port
 * @property {string | undefined} locale
 * @property {string[]} content absolute folders
 * @property {boolean} pseudo
 * @property {boolean} help
 */

/**
 * @param {string[]} args
 * @param {string} folder what relative folders are relative to; npm changes into the project, so it says where it was
 * @returns {StartOptions}
 * @throws {Problem} with code 2
 */
export function readOptions(args, folder = process.env.INIT_CWD ?? process.cwd()) {
  const values = parse(args);
  return {
    host: readHost(values.host, values.port),
    windowed: values.windowed ?? false,
    port: readPort(values.port),
    locale: readLocale(values.locale),
    content: (values.content ?? []).map((name) => readFolder(path.resolve(folder, name))),
    pseudo: values.pseudo ?? false,
    help: values.help ?? false,
  };
}

/** What a host is told. */
export function hostArguments({ windowed, port, locale, content }) {
  return [
    ...(windowed ? ['--windowed'] : []),
    ...(port ? ['--port', port] : []),
    ...(locale ? ['--locale', locale] : []),
    ...content.flatMap((folder) => ['--content', folder]),
  ];
}

function parse(args) {
  try {
    const text = { type: 'string' };
    const flag = { type: 'boolean' };
    const options = { host: text, port: text, locale: text, content: { ...text, multiple: true } };
    return parseArgs({ args, options: { ...options, windowed: flag, pseudo: flag, help: flag } }).values;
  } catch (error) {
    throw usage(`${error.message.split('. ')[0]}.`);
  }
}

const HOSTS = ['electron', 'browser', 'serve'];

function readHost(host, port) {
  if (host !== undefined && !HOSTS.includes(host)) {
    throw usage(`--host must be electron, browser or serve, not "${host}".`);
  }
  if (host === 'electron' && port !== undefined)
    throw usage('--port is of browser and serve: Electron has none.');
  return host;
}

function readPort(port) {
  if (port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= 65535)) return port;
  throw usage(`--port must be a number from 0 to 65535, not "${port}".`);
}

function readLocale(locale) {
  try {
    return locale === undefined ? undefined : Intl.getCanonicalLocales(locale)[0];
  } catch {
    throw usage(`--locale must be a language tag such as en or pt-BR, not "${locale}".`);
  }
}

function readFolder(folder) {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw usage(`--content must name a folder; there is none at ${folder}.`);
}

const usage = (message) => new Problem(`${message} See npm start -- --help.`, 2);
