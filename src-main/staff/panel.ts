import type { Library } from '../content/library.ts';
import {
  STAFF_SETTINGS,
  type Settings,
  type StaffFile,
  type StaffSettingName,
} from '../contract/settings.ts';
import type {
  Health,
  LanguageState,
  MonthOfUse,
  PackState,
  PrintingState,
  StaffPanel,
  TourState,
} from '../contract/staff.ts';
import { isToMend, type Fault } from '../faults.ts';
import { faultState } from './fault-state.ts';

/** What the staff panel is made of, each as it is at that moment. */
export interface PanelParts {
  readonly settings: () => Settings;
  readonly locked: () => readonly StaffSettingName[];
  readonly pinLocked: () => boolean;
  /** Why settings cannot be kept. */
  readonly unsaved: () => string | undefined;
  readonly library: () => Library;
  /** The tag of the language in which visits begin. */
  readonly locale: () => string;
  readonly packs: () => readonly PackState[];
  readonly faults: () => readonly Fault[];
  readonly logoChoices: () => Promise<readonly string[]>;
  readonly printing: () => PrintingState;
  readonly health: () => Promise<Health>;
  readonly use: () => readonly MonthOfUse[];
}

export async function staffPanel(parts: PanelParts): Promise<StaffPanel> {
  const library = parts.library();
  const [logoChoices, health] = await Promise.all([parts.logoChoices(), parts.health()]);
  const unsaved = parts.unsaved();
  return {
    settings: forStaff(parts.settings()),
    locked: parts.locked(),
    pinLocked: parts.pinLocked(),
    ...(unsaved !== undefined && { unsaved }),
    languages: languageStates(library),
    content: {
      version: library.version,
      tours: tourStates(library, parts.locale()),
      packs: parts.packs(),
      faults: parts.faults().filter(isToMend).map(faultState),
    },
    logoChoices,
    printing: parts.printing(),
    health,
    use: parts.use(),
  };
}

/** Without what decides who is trusted: the hash of the PIN above all. */
const forStaff = (settings: Settings): StaffFile =>
  Object.fromEntries(
    STAFF_SETTINGS.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])),
  );

/** Of the tours that have words of the language's own. */
const languageStates = (library: Library): LanguageState[] =>
  library.locales.map(({ tag, name }) => {
    const own = [...library.reviews(tag).values()].filter((review) => review.own);
    const count = (wanted: string): number => own.filter(({ status }) => status === wanted).length;
    return {
      ...{ tag, name, tours: own.length },
      reviewed: count('reviewed'),
      native: count('awaiting-clinician-and-native'),
    };
  });

function tourStates(library: Library, locale: string): TourState[] {
  const { words } = library.toursIndex(locale);
  return [...library.reviews(locale)].map(([id, { status, next }]) => ({
    id,
    title: words[id]?.title ?? id,
    review: status,
    next,
  }));
}
