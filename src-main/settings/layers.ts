import {
  defaults,
  STAFF_SETTINGS,
  type ProvisionedFile,
  type Settings,
  type StaffFile,
  type StaffSettingName,
} from '../contract/settings.ts';

/** What staff may not change. */
export function lockedSettings({ locked }: ProvisionedFile): readonly StaffSettingName[] {
  return locked === true ? STAFF_SETTINGS : (locked ?? []);
}

/** Lays the settings over each other: defaults, then what is provisioned, then what staff say where they may. */
export function mergeLayers(provisioned: ProvisionedFile, staff: StaffFile): Settings {
  const locked = lockedSettings(provisioned);
  const allowed = Object.fromEntries(
    STAFF_SETTINGS.filter((name) => !locked.includes(name)).map((name) => [name, staff[name]]),
  ) as StaffFile;
  const { version: _, locked: __, ...said } = provisioned;
  return { ...defaults, clinicContact: [], packFolders: [], packKeys: [], ...given(said), ...given(allowed) };
}

type Given<Layer> = { [Name in keyof Layer]?: NonNullable<Layer[Name]> };

/** Without what is `undefined`, which would hide what lies below. */
const given = <Layer extends object>(layer: Layer): Given<Layer> =>
  Object.fromEntries(Object.entries(layer).filter(([, value]) => value !== undefined)) as Given<Layer>;
