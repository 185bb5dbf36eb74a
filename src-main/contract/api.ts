/** What crosses between the kiosk and the page, as types. The kiosk builds it, so the page need not validate it again. */
import type { DiagramFile, HomeFile, Scene, TourFile } from './structure.ts';
import type { LocaleFile, UiWords } from './words.ts';
import type { Settings } from './settings.ts';

/** A namespace of words, merged along the locale's fallback chain. */
export interface Namespace<Words = unknown> {
  readonly words: Words;
  /** Dotted path of each text that was borrowed → the tag of the locale that lent it. Sparse. */
  readonly from: Readonly<Record<string, string>>;
}

export type LocaleSummary = Pick<LocaleFile, 'tag' | 'name' | 'dir' | 'invitation'>;

/** What lists of tours need of a tour's structure. */
export interface TourSummary {
  readonly id: string;
  readonly place?: string | undefined;
  readonly scene: Scene;
  /** Number of steps. */
  readonly steps: number;
}

/** Words of the namespace `tours`: tour id → what lists and the attract loop say of it. */
export type ToursWords = Record<
  string,
  {
    title: string;
    summary: string;
    attract: string;
    /** Whether a clinician has passed these words. */ reviewed: boolean;
  }
>;

/** A tour's structure as served. */
export type Tour = TourFile & { readonly id: string };

/** A diagram as served: each picture's `file` has become `src`, an address whose content never changes. */
export type Diagram = Omit<DiagramFile, 'pictures'> & {
  readonly id: string;
  readonly pictures: Record<string, { src: string; anchors: DiagramFile['pictures'][string]['anchors'] }>;
};

/** What this host can do. */
export interface HostCapabilities {
  readonly kind: 'browser' | 'serve' | 'electron';
}

/** The settings that the page needs, and what follows from them at this moment. */
export type PageSettings = Pick<
  Settings,
  'locale' | 'idleSeconds' | 'panelInches' | 'clinicName' | 'unreviewed' | 'volume'
> & {
  /** Tags of the locales offered, in their order; `locale` is always among them. */
  readonly locales: readonly string[];
  /** Address of the clinic's logo. */
  readonly clinicLogo?: string | undefined;
  /** The clinic is closed now: a screen that nobody uses is dark. */
  readonly asleep: boolean;
};

/** Everything that the first screen needs, written into the page as JSON so that it costs no further request. */
export interface Boot {
  /** Content version: part of every content address. */
  readonly version: string;
  /** What `settings.locales` names. */
  readonly locales: readonly LocaleSummary[];
  readonly settings: PageSettings;
  readonly host: HostCapabilities;
  /** No staff PIN has been chosen yet, and one may be chosen now: the page asks for it before anything else. */
  readonly firstPin: boolean;
  readonly home: HomeFile;
  readonly tours: readonly TourSummary[];
  /** Words of the first screen in `settings.locale`. */
  readonly words: { readonly ui: Namespace<UiWords>; readonly tours: Namespace<ToursWords> };
}

/** Events of `GET /events`: `content` when a new content version is ready, `settings` when settings changed. */
export interface KioskEvents {
  content: { version: string };
  settings: PageSettings;
}

/** An error answer: a stable name, what happened, why, and what to do. */
export interface ErrorAnswer {
  readonly error: {
    readonly name: string;
    readonly what: string;
    readonly why: string;
    readonly todo: string;
  };
}
