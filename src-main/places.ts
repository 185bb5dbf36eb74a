/** Where the kiosk's files lie when nothing else is said. */
import path from 'node:path';

interface Where {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly exists: (path: string) => boolean;
}

/** The settings of whoever administers the machine: where only they can write. */
export function usualProvisionedFile({ platform, env }: Pick<Where, 'platform' | 'env'>): string {
  if (platform === 'win32') return path.win32.join(programData(env), 'settings.json');
  if (platform === 'darwin') return '/Library/Application Support/Tonos/settings.json';
  return '/etc/tonos/settings.json';
}

/** The kiosk's own folder: staff settings, packs, logs, counts. */
export const usualStateDir = (where: Where): string => stateDirs(where)[0];

/**
 * Every folder that a kiosk on this machine may have, the likeliest first: whoever administers the machine asks for the kiosk
 * of another user.
 */
export function stateDirs({ platform, env, home, exists }: Where): [string, ...string[]] {
  if (platform === 'win32') {
    const own = path.win32.join(env['APPDATA'] ?? path.win32.join(home, 'AppData', 'Roaming'), 'Tonos');
    // Made by the deployment script, for the kiosk's own user.
    const shared = path.win32.join(programData(env), 'State');
    return exists(shared) ? [shared, own] : [own];
  }
  if (platform === 'darwin') return [path.posix.join(home, 'Library', 'Application Support', 'Tonos')];
  // Under systemd `StateDirectory=` says where.
  const given = env['STATE_DIRECTORY']?.split(':')[0];
  const own = path.posix.join(env['XDG_CONFIG_HOME'] || path.posix.join(home, '.config'), 'tonos');
  return given ? [given, own] : [own, '/var/lib/tonos'];
}

const programData = (env: NodeJS.ProcessEnv): string =>
  path.win32.join(env['ProgramData'] ?? 'C:\\ProgramData', 'Tonos');

/** What the program brings along, in the folder that holds dist/, locales/ and assets/. */
export const builtInPlaces = (project: string) => ({
  /** The built page. */
  pageDir: path.join(project, 'dist', 'renderer'),
  builtInDir: project,
  /** The stills that were drawn of its diagrams. */
  postersDir: path.join(project, 'dist', 'atlas'),
});
