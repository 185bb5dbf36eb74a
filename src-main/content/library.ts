import type {
  Diagram,
  LanguageWords,
  LocaleSummary,
  Namespace,
  ServedShapes,
  ServedTouch,
  TermUses,
  Tour,
  TourSummary,
  ToursWords,
} from '../contract/api.ts';
import type { HomeFile, SourcesFile } from '../contract/structure.ts';
import type { LocaleFile, TourWords, UiWords } from '../contract/words.ts';
import { fault, isError, type Fault } from '../faults.ts';
import { readDiagrams } from './diagrams.ts';
import { layOver, type Files } from './files.ts';
import { has } from './has.ts';
import type { Layer, Picture } from './layer.ts';
import { chainOf, readLocales, rootOf } from './locales.ts';
import { mergeWords } from './merge.ts';
import { reviewOf, type TourReview } from './reviews.ts';
import { sceneFaults } from './scenes.ts';
import { inOrder, readTours, type PlacedTour } from './tours.ts';
import { usesOf } from './uses.ts';
import { readWords, type LocaleWords } from './words.ts';

/** Everything that the kiosk teaches, checked, at one moment. Never changes. */
export interface Library {
  readonly version: string;
  /** The locale that is asked last for words; stands in for a locale that is not installed. */
  readonly root: string;
  readonly locales: readonly LocaleSummary[];
  readonly home: HomeFile;
  readonly tours: ReadonlyMap<string, Tour>;
  /** In the order of lists. */
  readonly summaries: readonly TourSummary[];
  readonly diagrams: ReadonlyMap<string, Diagram>;
  /** Of the diagrams that can be drawn. */
  readonly shapes: ReadonlyMap<string, ServedShapes>;
  /** Of every diagram. */
  readonly touch: ReadonlyMap<string, ServedTouch>;
  /** Of the diagrams that can be drawn: of which data, as `of` of their stills names it. */
  readonly fingerprints: ReadonlyMap<string, string>;
  readonly sources: SourcesFile;
  /** Where the terms of the glossary are met. */
  readonly uses: TermUses;
  /** By name in an address. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** @param tag an installed locale */
  ui(tag: string): Namespace<UiWords>;
  /** @param tag an installed locale */
  toursIndex(tag: string): Namespace<ToursWords>;
  /** @param tag an installed locale */
  language(tag: string): Namespace<LanguageWords>;
  /** Words of the namespace `ui`, `language`, `diagrams`, `glossary`, `tours` or `tours/<id>`; `undefined` for any other. */
  words(tag: string, namespace: string): Namespace | undefined;
  /**
   * By tour, in the order of lists: how far its words have been reviewed.
   * @param tag an installed locale
   */
  reviews(tag: string): ReadonlyMap<string, TourReview>;
}

/** Lays content folders over each other. Without a locale or a home picture there is no library, only faults. */
export function makeLibrary(layers: readonly Layer[]): {
  library: Library | undefined;
  faults: readonly Fault[];
} {
  const files = layOver(layers);
  const { locales, faults: localeFaults } = readLocales(files);
  const root = rootOf([...locales.keys()]);
  const rootTerms = files.all('glossary').find(({ names }) => names[0] === root)?.value;
  const terms = rootTerms && new Set(Object.keys(rootTerms));
  const diagrams = readDiagrams(files, terms);
  const { home, faults: homeFaults } = readHome(files, diagrams);
  const sourceFiles = files.all('sources');
  const sources = sourceFiles[0]?.value;
  const tours = readTours(files, { diagrams, terms, sources, home });
  const faults = [...files.faults, ...localeFaults, ...diagrams.faults, ...homeFaults, ...tours.faults];
  if (sourceFiles.length === 0)
    faults.push(fault('file-missing', { folder: '', file: 'assets/sources.json' }));
  if (root === undefined) {
    faults.push(fault('file-missing', { folder: '', file: 'locales/en/locale.json' }));
    return { library: undefined, faults };
  }

  const { words, faults: wordFaults } = readWords(files, { locales, root, diagrams, tours, terms });
  faults.push(...wordFaults);
  const worded = new Map<string, PlacedTour>();
  for (const [id, { tour, at }] of tours.tours) {
    const rootWords = words.get(root)?.tours.get(id);
    if (rootWords && tour.steps.every((step) => has(rootWords.steps, step.id))) worded.set(id, { tour, at });
    else faults.push(fault('tour-left-out', at, { why: `it has not all its words in "${root}"` }));
  }
  const { tours: ordered, faults: placeFaults } = inOrder(worded.values());
  faults.push(...placeFaults);
  if (!home) return { library: undefined, faults };
  const library = {
    version: files.version,
    root,
    locales: [...locales.values()].map(({ tag, name, dir, invitation }) => ({ tag, name, dir, invitation })),
    home,
    ...listed(ordered),
    diagrams: diagrams.diagrams,
    shapes: diagrams.shapes,
    touch: diagrams.touch,
    fingerprints: diagrams.fingerprints,
    sources: sources ?? {},
    uses: usesOf(ordered, diagrams.diagrams),
    pictures: diagrams.pictures,
    ...namespaces(
      locales,
      words,
      ordered.map(({ id }) => id),
    ),
  };
  return { library, faults };
}

function readHome(
  files: Files,
  diagrams: ReturnType<typeof readDiagrams>,
): { home: HomeFile | undefined; faults: Fault[] } {
  const [entry] = files.all('home');
  const at = entry?.at ?? { folder: '', file: 'assets/home.json' };
  if (!entry) return { home: undefined, faults: [fault('file-missing', at)] };
  const faults = entry.value ? sceneFaults(entry.value, at, '', diagrams) : [];
  return { home: faults.some(isError) ? undefined : entry.value, faults };
}

/** The tours, with links only to each other. */
function listed(ordered: readonly Tour[]): Pick<Library, 'tours' | 'summaries'> {
  const ids = new Set(ordered.map(({ id }) => id));
  const tours = ordered.map((tour) => ({ ...tour, related: tour.related.filter((id) => ids.has(id)) }));
  return {
    tours: new Map(tours.map((tour) => [tour.id, tour])),
    summaries: tours.map(({ id, place, scene, steps }) => ({
      id,
      place,
      scene,
      steps: steps.length,
    })),
  };
}

function namespaces(
  locales: ReadonlyMap<string, LocaleFile>,
  words: ReadonlyMap<string, LocaleWords>,
  taught: readonly string[],
): Pick<Library, 'ui' | 'toursIndex' | 'language' | 'words' | 'reviews'> {
  const merge = <Words>(
    tag: string,
    pick: (own: LocaleWords) => object | undefined,
    whole?: (path: readonly string[]) => boolean,
  ) =>
    mergeWords<Words>(
      chainOf(tag, locales).flatMap((lender) => {
        const own = words.get(lender);
        return own ? [{ tag: lender, words: pick(own) }] : [];
      }),
      whole,
    );
  const ui = (tag: string) => merge<UiWords>(tag, (own) => own.ui);
  const language = (tag: string): Namespace<LanguageWords> => {
    const { keyboard, speech } = locales.get(tag)!;
    return { words: { ...(keyboard && { keyboard }), ...(speech && { speech }) }, from: {} };
  };
  // Who reviewed a text says nothing of another locale's text.
  const tour = (tag: string, id: string) =>
    merge(
      tag,
      (own) => own.tours.get(id),
      (path) => path[0] === 'review',
    );
  // Asked for at every load of the page, and needs every word of every tour.
  const reviews = once(
    (tag: string) =>
      new Map(
        taught.map((id) => [id, reviewOf(tag, tour(tag, id), (lender) => words.get(lender)?.tours.get(id))]),
      ),
  );
  const toursIndex = once((tag: string): Namespace<ToursWords> => {
    const { words: index, from } = merge<Record<string, IndexWords>>(tag, (own) =>
      Object.fromEntries(
        [...own.tours].filter(([id]) => taught.includes(id)).map(([id, own]) => [id, indexWords(own)]),
      ),
    );
    const marked = Object.entries(index).map(([id, own]) => [
      id,
      { ...own, reviewed: reviews(tag).get(id)?.status === 'reviewed' },
    ]);
    return { words: Object.fromEntries(marked) as ToursWords, from };
  });
  return {
    ui,
    toursIndex,
    language,
    reviews,
    words: (tag, namespace) => {
      if (!locales.has(tag)) return undefined;
      if (namespace === 'ui') return ui(tag);
      if (namespace === 'tours') return toursIndex(tag);
      if (namespace === 'language') return language(tag);
      if (namespace === 'diagrams') return merge(tag, (own) => own.diagrams);
      // A respelling borrowed from another language would mislead, so a term comes from one locale.
      if (namespace === 'glossary')
        return merge(
          tag,
          (own) => own.glossary,
          (path) => path.length === 1,
        );
      const id = namespace.replace(/^tours\//, '');
      if (id === namespace || !taught.includes(id)) return undefined;
      return tour(tag, id);
    },
  };
}

type IndexWords = Omit<ToursWords[string], 'reviewed'>;

const indexWords = ({ title, summary, attract }: TourWords): IndexWords => ({ title, summary, attract });

/** Works each key's answer out once: a library never changes. */
function once<Answer>(work: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>();
  return (key) => {
    const answer = known.get(key) ?? work(key);
    known.set(key, answer);
    return answer;
  };
}
