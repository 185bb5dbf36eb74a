/** What crosses between the kiosk and the page, as types. The kiosk builds it, so the page need not validate it again. */
import type { DiagramFile, Point, PosterFile } from './diagram.ts';
import type { Shape } from './shape-kinds.ts';
import type { Form, Joint, ShapesFile } from './shapes.ts';
import type { HomeFile, PartId, Scene, Step, TourFile } from './structure.ts';
import type { LocaleFile, UiWords } from './words.ts';
import type { Settings } from './settings.ts';

/** A namespace of words, merged along the locale's fallback chain. */
export interface Namespace<Words = unknown> {
  readonly words: Words;
  /** Dotted path of each text that was borrowed → the tag of the locale that lent it. Sparse. */
  readonly from: Readonly<Record<string, string>>;
}

export type LocaleSummary = Pick<LocaleFile, 'tag' | 'name' | 'dir' | 'invitation'>;

/** Words of the namespace `language`: how it is typed and pronounced. Never borrowed. */
export type LanguageWords = Pick<LocaleFile, 'keyboard' | 'speech'>;

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
export type Tour = Omit<TourFile, 'steps'> & { readonly id: string; readonly steps: readonly Step[] };

/** How a diagram stands: numbers of its parameters and how hard its muscles work, 0 to 1; what is not named is 0. */
export interface ServedPose {
  readonly parameters: Readonly<Record<string, number>>;
  readonly activation: Readonly<Record<PartId, number>>;
  /** Parts that work so hard that they are shown as working (activation of at least 0.1), in the order of the parts. */
  readonly working: readonly PartId[];
  /** The view from which it shows best. */
  readonly view?: string | undefined;
}

/** A still; `src` is an address whose content never changes. */
export interface ServedPicture {
  readonly src: string;
  readonly anchors: PosterFile['anchors'];
}

/** What lies under a finger on a still, see `touch` in `posters.json`. */
export type TouchMap = NonNullable<PosterFile['touch']>;

/** `GET /content/<version>/diagrams/<id>`: a diagram without the shapes of which it is drawn. */
export type Diagram = Omit<DiagramFile, 'poses'> & {
  readonly id: string;
  /** Mirrored poses are written out. The first is rest. */
  readonly poses: Readonly<Record<string, ServedPose>>;
  /** Stills, keyed `<pose>@<view>` or `<motion>.<number>@<view>`. */
  readonly pictures: Readonly<Record<string, ServedPicture>>;
  /** It has shapes, and can be drawn live. */
  readonly drawn: boolean;
};

/** Shapes as they stand in a diagram: those of one shared file, or the diagram's own. */
export interface ServedGroup {
  /** Leaned about the x axis through the origin, degrees; after `scale` and before `move`. */
  readonly pitch: number;
  /** cm */
  readonly move: Point;
  readonly scale: number;
  /** How much finer they are made. */
  readonly detail: number;
  /** The joint that they follow, in place of those that they name. */
  readonly joint?: string | undefined;
  readonly shapes: readonly Shape[];
}

/** `GET /content/<version>/diagrams/<id>/shapes`: everything of which a diagram is drawn. */
export type ServedShapes = Pick<ShapesFile, 'frame' | 'labels' | 'shades' | 'light' | 'fade'> & {
  readonly joints: Readonly<Record<string, Joint>>;
  readonly forms: Readonly<Record<string, Form>>;
  /** Shared shapes in the order in which they are used, the diagram's own last. */
  readonly groups: readonly ServedGroup[];
};

/** `GET /content/<version>/diagrams/<id>/touch`: touch maps of the stills, by the key of the picture. */
export type ServedTouch = Readonly<Record<string, TouchMap>>;

/** Where a term of the glossary is met. */
export interface TermUse {
  /** Of each tour that explains it, or else shows what it is of, in the order of lists, the first such step; from 0. */
  readonly steps: readonly { readonly tour: string; readonly step: number }[];
  /** The picture that shows the part that the term is of; where it is of none, that of the first step that explains it. */
  readonly picture?:
    | {
        readonly diagram: string;
        readonly part?: PartId | undefined;
        readonly pose: string;
        readonly view: string;
      }
    | undefined;
}

/** `GET /content/<version>/glossary`: term id → where it is met. Sparse. */
export type TermUses = Readonly<Record<string, TermUse>>;

/** What this host can do. */
export interface HostCapabilities {
  readonly kind: 'browser' | 'serve' | 'electron';
}

/** How the page draws on this machine: live, or with stills; `none`: it cannot draw at all. */
export type DrawingClass = 'live' | 'stills' | 'none';

/** What the page has measured of this machine's drawing. */
export interface MeasuredDrawing {
  /** What the graphics driver calls itself. */
  readonly renderer: string;
  readonly drawing: DrawingClass;
  /** How long a picture took, ms; 0: not measured yet. */
  readonly frameMs: number;
}

/** The settings that the page needs, and what follows from them at this moment. */
export type PageSettings = Pick<
  Settings,
  | 'locale'
  | 'idleSeconds'
  | 'panelInches'
  | 'mountHeight'
  | 'clinicName'
  | 'unreviewed'
  | 'consult'
  | 'volume'
  | 'drawing'
  | 'touch'
  | 'keys'
  | 'keyHoldMs'
  | 'keyLockoutMs'
  | 'scanSeconds'
> & {
  /** Tags of the locales offered, in their order; `locale` is always among them. */
  readonly locales: readonly string[];
  /** Address of the clinic's logo. */
  readonly clinicLogo?: string | undefined;
  /** The clinic is closed now: a screen that nobody uses is dark. */
  readonly asleep: boolean;
  /** A sheet would get onto paper now: there is a printer, and this host reaches it. */
  readonly prints: boolean;
};

/** Everything that the first screen needs, written into the page as JSON so that it costs no further request. */
export interface Boot {
  /** Content version: part of every content address. */
  readonly version: string;
  /** What `settings.locales` names. */
  readonly locales: readonly LocaleSummary[];
  readonly settings: PageSettings;
  readonly host: HostCapabilities;
  /** What the page measured last on this machine; absent until it has reported it (`POST /host/drawing`). */
  readonly drawing?: MeasuredDrawing | undefined;
  /** No staff PIN has been chosen yet, and one may be chosen now: the page asks for it before anything else. */
  readonly firstPin: boolean;
  readonly home: HomeFile;
  readonly tours: readonly TourSummary[];
  /** Words of the first screen in `settings.locale`. */
  readonly words: {
    readonly ui: Namespace<UiWords>;
    readonly tours: Namespace<ToursWords>;
    readonly language: Namespace<LanguageWords>;
  };
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
