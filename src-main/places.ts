import path from 'node:path';

/** Where staff settings are kept when nothing else is said. Under systemd, `StateDirectory=` wins. */
export function usualSettingsDir(machine: {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  home: string;
}): string {
  const { platform, env, home } = machine;
  if (platform === 'win32') {
    return path.win32.join(env['APPDATA'] ?? path.win32.join(home, 'AppData', 'Roaming'), 'Tonos');
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'Tonos');
  const state = env['STATE_DIRECTORY']?.split(':')[0];
  return state || path.posix.join(env['XDG_CONFIG_HOME'] || path.posix.join(home, '.config'), 'tonos');
}
