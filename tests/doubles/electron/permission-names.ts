/** Electron's names of permissions, and the debugging protocol's: those that a page in Chromium without a display can be granted. */
export const permissionNames: Readonly<Record<string, string>> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  midi: 'midi',
  'persistent-storage': 'persistent-storage',
  'idle-detection': 'idle-detection',
  'screen-wake-lock': 'screen-wake-lock',
  'local-fonts': 'local-fonts',
  'window-management': 'window-management',
};
