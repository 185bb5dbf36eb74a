import type { Session } from 'electron';

export type Permission = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[1];

export interface Denial {
  readonly what: string;
  readonly decision: 'deny' | 'allow';
  readonly why: string;
}

interface PermissionRow extends Denial {
  readonly what: Permission;
}

const NO_SENSORS = 'The kiosk does not watch its visitors.';
const NO_DEVICES = 'Nothing is plugged into the kiosk for visitors to use.';
const NO_FILES = 'A visit leaves nothing behind, and takes nothing along.';
const NO_NETWORK = 'The kiosk has no network.';
const STAYS_PUT = 'The window is where the host puts it.';

/**
 * What Chromium may ask on behalf of a page. The kiosk's page needs none of it, so that every row says no; a
 * permission that a later Chromium brings and that is not listed is denied as well.
 */
export const permissions: readonly PermissionRow[] = [
  { what: 'media', decision: 'deny', why: NO_SENSORS },
  { what: 'display-capture', decision: 'deny', why: NO_SENSORS },
  { what: 'geolocation', decision: 'deny', why: NO_SENSORS },
  { what: 'geolocation-approximate', decision: 'deny', why: NO_SENSORS },
  { what: 'sensors', decision: 'deny', why: NO_SENSORS },
  { what: 'idle-detection', decision: 'deny', why: NO_SENSORS },
  { what: 'hand-tracking', decision: 'deny', why: NO_SENSORS },
  { what: 'captured-surface-control', decision: 'deny', why: NO_SENSORS },
  { what: 'ar', decision: 'deny', why: NO_SENSORS },
  { what: 'vr', decision: 'deny', why: NO_SENSORS },
  { what: 'hid', decision: 'deny', why: NO_DEVICES },
  { what: 'serial', decision: 'deny', why: NO_DEVICES },
  { what: 'usb', decision: 'deny', why: NO_DEVICES },
  { what: 'nfc', decision: 'deny', why: NO_DEVICES },
  { what: 'smart-card', decision: 'deny', why: NO_DEVICES },
  { what: 'midi', decision: 'deny', why: NO_DEVICES },
  { what: 'midiSysex', decision: 'deny', why: NO_DEVICES },
  { what: 'speaker-selection', decision: 'deny', why: 'Reading aloud uses the loudspeaker of the panel.' },
  { what: 'mediaKeySystem', decision: 'deny', why: 'Nothing here is copy-protected.' },
  { what: 'clipboard-read', decision: 'deny', why: NO_FILES },
  { what: 'clipboard-sanitized-write', decision: 'deny', why: NO_FILES },
  { what: 'deprecated-sync-clipboard-read', decision: 'deny', why: NO_FILES },
  { what: 'fileSystem', decision: 'deny', why: NO_FILES },
  { what: 'persistent-storage', decision: 'deny', why: NO_FILES },
  { what: 'storage-access', decision: 'deny', why: NO_FILES },
  { what: 'top-level-storage-access', decision: 'deny', why: NO_FILES },
  { what: 'local-fonts', decision: 'deny', why: NO_FILES },
  { what: 'web-printing', decision: 'deny', why: 'The host prints the take-home sheet, not the page.' },
  { what: 'background-fetch', decision: 'deny', why: NO_NETWORK },
  { what: 'background-sync', decision: 'deny', why: NO_NETWORK },
  { what: 'periodic-background-sync', decision: 'deny', why: NO_NETWORK },
  { what: 'local-network', decision: 'deny', why: NO_NETWORK },
  { what: 'local-network-access', decision: 'deny', why: NO_NETWORK },
  { what: 'loopback-network', decision: 'deny', why: NO_NETWORK },
  { what: 'payment-handler', decision: 'deny', why: NO_NETWORK },
  { what: 'openExternal', decision: 'deny', why: 'mailto: and the like would open other programs.' },
  { what: 'web-app-installation', decision: 'deny', why: 'There is one program on a kiosk.' },
  { what: 'notifications', decision: 'deny', why: 'Nothing stands over the page.' },
  { what: 'fullscreen', decision: 'deny', why: STAYS_PUT },
  { what: 'automatic-fullscreen', decision: 'deny', why: STAYS_PUT },
  { what: 'window-management', decision: 'deny', why: STAYS_PUT },
  { what: 'pointerLock', decision: 'deny', why: 'A touch is where the finger is.' },
  { what: 'keyboardLock', decision: 'deny', why: 'The staff chord must always work.' },
  {
    what: 'screen-wake-lock',
    decision: 'deny',
    why: 'The host keeps the display awake, and knows the hours.',
  },
  {
    what: 'system-wake-lock',
    decision: 'deny',
    why: 'The host keeps the display awake, and knows the hours.',
  },
  { what: 'unknown', decision: 'deny', why: 'What has no name is not needed.' },
];

const allowed = new Set<string>(
  permissions.filter(({ decision }) => decision === 'allow').map(({ what }) => what),
);

/** What is not listed is denied. */
export const isPermitted = (permission: string): boolean => allowed.has(permission);

type Lockable = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setBluetoothPairingHandler'
  | 'setDisplayMediaRequestHandler'
>;

/** Answers every question of the session by the table. */
export function answerPermissions(session: Lockable): void {
  session.setPermissionRequestHandler((_, permission, answer) => answer(isPermitted(permission)));
  session.setPermissionCheckHandler((_, permission) => isPermitted(permission));
  session.setDevicePermissionHandler(({ deviceType }) => isPermitted(deviceType));
  session.setBluetoothPairingHandler((_, answer) => answer({ confirmed: false }));
  // No handler: a page that asks for the screen's picture is told that there is no such thing.
  session.setDisplayMediaRequestHandler(null);
}
