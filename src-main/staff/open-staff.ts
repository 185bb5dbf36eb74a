import { access, constants, mkdir } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import type { Content } from '../content/content.ts';
import type { PackState, StaffPanel } from '../contract/staff.ts';
import { fault, type Fault } from '../faults.ts';
import type { BringPlaces } from '../files/drives.ts';
import type { Host } from '../host.ts';
import { exportLog } from '../log/export-log.ts';
import type { Log } from '../log/log.ts';
import { codeOf } from '../files/error-code.ts';
import type { InstalledPack } from '../packs/installed-packs.ts';
import type { PackStore } from '../packs/pack-store.ts';
import type { PrintDesk } from '../printing/print-desk.ts';
import { staffRoutes, type StaffActions } from '../routes/staff.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { openDoor, type Door } from './door.ts';
import type { HealthAccount } from './health.ts';
import { Logo } from './logo.ts';
import { staffPanel } from './panel.ts';
import type { UseCounts } from './use.ts';

export interface StaffParts {
  readonly stateDir: string;
  readonly clock: Clock;
  readonly log: Log;
  /** The files of the log, newest first. */
  readonly logFiles: () => Promise<string[]>;
  readonly host: Pick<Host, 'restart' | 'leave'>;
  readonly settings: SettingsStore;
  readonly content: Content;
  readonly packs: PackStore;
  /** Where a logo is brought, and the log taken away. */
  readonly places: BringPlaces;
  readonly health: HealthAccount;
  readonly use: UseCounts;
  readonly desk: PrintDesk;
  /** The tag of the language in which visits begin. */
  readonly locale: () => string;
  /** Everything that is wrong with the kiosk now. */
  readonly faults: () => readonly Fault[];
}

export interface Staff {
  readonly routes: ReturnType<typeof staffRoutes>;
  readonly door: Door;
  readonly logo: Logo;
  readonly faults: readonly Fault[];
  close(): Promise<void>;
}

/** Opens what is there for staff: the door, the panel behind it, and all that can be done there. */
export async function openStaff(parts: StaffParts): Promise<Staff> {
  const { stateDir, clock, log, settings, content, packs, places, health, use, desk, host } = parts;
  const door = await openDoor({
    folder: stateDir,
    provisioned: () => ({ hash: settings.current.staffPin, doubtful: settings.isDoubtful }),
    clock,
    log,
  });
  const logo = new Logo({
    folder: stateDir,
    wanted: () => {
      const { logoFolder: folder } = settings;
      const { clinicLogo: file } = settings.current;
      return folder !== undefined && file !== undefined ? { folder, file } : undefined;
    },
    places,
    save: (clinicLogo) => settings.save({ clinicLogo }),
  });
  await logo.refresh();

  const panel = async (): Promise<StaffPanel> => {
    const unsaved = await whyUnsaved(stateDir);
    return staffPanel({
      settings: () => settings.current,
      locked: () => settings.locked,
      pinLocked: () => door.isProvisioned,
      unsaved: () => unsaved,
      library: () => content.current,
      locale: parts.locale,
      packs: () => packs.installed.map(packState),
      faults: parts.faults,
      logoChoices: () => logo.choices(),
      printing: () => ({ able: desk.canPrint, ...desk.list }),
      health: () => health.now(),
      use: () => use.months,
    });
  };
  const actions: StaffActions = {
    save: (change) => settings.save(change),
    chooseLogo: (file) => logo.choose(file),
    lookForPacks: () => packs.lookNow(),
    rollBack: (pack) => packs.rollback(pack),
    exportLogs: async () =>
      exportLog({
        logFiles: await parts.logFiles(),
        faults: parts.faults(),
        health: await health.now(),
        clinicName: settings.current.clinicName,
        date: clock.date(),
        places: await places(),
        folder: stateDir,
      }),
    printTest: async () => {
      // A printer that was switched on a moment ago counts.
      await desk.look();
      const trouble = desk.prints ? await desk.printTest(parts.locale()) : 'away';
      if (!trouble) return [];
      return trouble === 'busy'
        ? [fault('printer-busy', { folder: '', file: '' })]
        : [fault('printer-trouble', { folder: '', file: '' }, { trouble })];
    },
    restart: () => host.restart('Staff asked for it.'),
    leave: () => host.leave(),
  };
  return {
    routes: staffRoutes({ door, panel, actions, clock }),
    door,
    logo,
    get faults() {
      return [...door.faults, ...logo.faults];
    },
    close: () => door.close(),
  };
}

/** Why nothing can be kept in the folder; `undefined` when it can. */
const whyUnsaved = (folder: string): Promise<string | undefined> =>
  mkdir(folder, { recursive: true })
    .then(() => access(folder, constants.W_OK))
    .then(
      () => undefined,
      (error: unknown) => `${folder} cannot be written (${codeOf(error)}).`,
    );

const packState = ({ name, current, previous }: InstalledPack): PackState => ({
  name,
  version: current?.version,
  previous: previous?.version,
});
