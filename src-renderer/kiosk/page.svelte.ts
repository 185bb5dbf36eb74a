import { getContext, setContext } from 'svelte';
import type {
  Boot,
  Diagram,
  PageSettings,
  ServedShapes,
  ServedTouch,
  TermUses,
  Tour,
  TourSummary,
  ToursWords,
} from '../../src-main/contract/api.ts';
import { isOffered } from '../../src-main/contract/offers.ts';
import type { SourcesFile } from '../../src-main/contract/structure.ts';
import { askFor, isOn, type Aid } from '../comfort/aids.ts';
import { Comfort } from '../comfort/comfort.svelte.ts';
import type { Consult } from '../consult/consult.svelte.ts';
import { Drawing } from '../diagram/drawing.svelte.ts';
import { Words } from '../i18n/words.svelte.ts';
import { browserSpeaker } from '../listen/browser-speaker.ts';
import { Keys } from '../keys/keys.svelte.ts';
import { Listening } from '../listen/listening.svelte.ts';
import { pronouncing } from '../listen/pronouncing.ts';
import type { Speaker } from '../listen/speaker.ts';
import { SpeechMode } from '../listen/speech-mode.svelte.ts';
import type { Clock } from '../session/clock.ts';
import { Sleep } from '../session/sleep.svelte.ts';
import { Visit } from '../session/visit.svelte.ts';
import { isVisited } from '../session/visit.ts';
import { TouchHelp } from '../touch/touch-help.svelte.ts';
import { Printing } from '../sheet/printing.svelte.ts';
import { TickedQuestions } from '../tour/ticked.svelte.ts';
import { ContentClient } from './client.ts';
import { PageFaults } from './page-faults.ts';
import { post } from './post.ts';
import { StaffClient } from './staff-client.ts';
import { UseCount } from './use.ts';

/** By so much a key makes the voice louder, percent; so loud it is at least, so that nobody is left without it. */
const VOLUME_STEP = 10;

/** What every screen reaches for: the visit, the words, the structure of the content. */
export class Page {
  readonly boot: Boot;
  readonly words: Words;
  readonly visit: Visit;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly staff: StaffClient;
  readonly faults: PageFaults;
  readonly drawing: Drawing;
  readonly comfort = new Comfort();
  readonly ticked = new TickedQuestions();
  readonly printing = new Printing();
  readonly listening: Listening;
  readonly speech: SpeechMode;
  readonly touching: TouchHelp;
  readonly keys: Keys;
  readonly #client: ContentClient;
  settings: PageSettings;
  /** The newest content version that the kiosk has told of. */
  newest: string;
  /** The sheet of a constant control that is open; it stays while a tour goes on, and closes when its screen is left. */
  sheet = $state<'comfort' | 'help'>();
  /** Whether the visitor is choosing a language. */
  choosing = $state(false);
  /** What a neurologist teaches with, from their first look at it on; gone with the visit. */
  consult = $state.raw<Consult>();

  /** @param speaker the voices of the machine, unless a test brings its own */
  constructor(boot: Boot, clock: Clock, speaker?: Speaker) {
    this.boot = boot;
    this.clock = clock;
    this.settings = $state.raw(boot.settings);
    this.newest = $state(boot.version);
    this.#client = new ContentClient(boot.version);
    this.words = new Words(boot, this.#client);
    const counted = new UseCount((use) => void post('/use', use)).step;
    this.visit = new Visit(clock, boot.firstPin, {
      idleSeconds: () => this.settings.idleSeconds,
      wipe: () => {
        this.words.reset();
        this.comfort.reset();
        this.ticked.reset();
        this.printing.reset();
        this.listening.reset();
        this.speech.reset();
        this.touching.reset();
        this.keys.reset();
        this.choosing = false;
        this.consult?.close();
        this.consult = undefined;
      },
      onstep: (before, event, after) => {
        if (before !== after) this.listening.stop();
        if (event.type === 'begin') this.listening.prepare();
        if (before.at !== after.at) {
          this.sheet = undefined;
          this.touching.discard();
        }
        if (!isVisited(after)) this.choosing = false;
        counted(before, event, after);
      },
    });
    const voice = pronouncing(speaker ?? browserSpeaker(window, () => this.volume / 100), (lang) =>
      this.words.speech(lang),
    );
    const lang = (): string => this.words.locale.tag;
    this.listening = new Listening(clock, voice, {
      lang,
      isAlone: () => this.speech.isOn,
      hold: this.visit.hold,
      onpace: (by) => this.speech.hasten(by),
    });
    this.speech = new SpeechMode({
      clock,
      speaker: voice,
      lang,
      word: (key) => this.words.t(`spoken.${key}`),
      isRead: () => this.listening.reading,
      mute: this.listening.tellMute,
    });
    this.keys = new Keys({
      clock,
      settings: () => this.settings,
      speech: this.speech,
      listen: this.listening.press,
      unplug: () => {
        this.speech.stop();
        if (this.listening.reading && !this.listening.paused) this.listening.toggle();
      },
      loud: (by) => this.#loud(by),
      aid: this.aid,
    });
    this.touching = new TouchHelp({
      clock,
      choice: () => this.comfort.wishes.touch ?? this.settings.touch,
      hold: () => this.comfort.wishes.hold,
      least: () => this.comfort.wishes.least,
    });
    this.sleep = new Sleep(clock);
    this.staff = new StaffClient(() => this.visit.send({ type: 'finish' }));
    this.faults = new PageFaults(clock, (fault) => void post('/host/fault', fault));
    this.drawing = new Drawing({
      clock,
      setting: () => this.settings.drawing,
      remembered: boot.drawing,
      report: (measured) => void post('/host/drawing', measured),
      // Of shapes a model is made, which is then kept; they themselves are not.
      shapes: (id) => this.#client.fetch<ServedShapes>(`diagrams/${id}/shapes`),
    });
  }

  /** Asks for an aid, or takes it back. */
  readonly aid = (aid: Aid): void => {
    this.comfort.wish(askFor(aid, this.comfort.wishes));
    const state = isOn(aid, this.comfort.wishes) ? 'spoken.on' : 'spoken.off';
    this.speech.tell(`${this.words.t(`aids.${aid}`)}, ${this.words.t(state)}`);
  };

  /** How loud the kiosk speaks, percent: as this visitor has set it, or as the clinic has it. */
  get volume(): number {
    return this.comfort.wishes.volume ?? this.settings.volume;
  }

  #loud(by: 1 | -1): void {
    const volume = Math.min(100, Math.max(VOLUME_STEP, this.volume + by * VOLUME_STEP));
    this.comfort.wish({ volume });
    this.speech.tell(`${this.words.t('spoken.volume')} ${this.words.percent(volume)}`);
  }

  /** The tours that are offered in the visitor's language. */
  get tours(): readonly TourSummary[] {
    return this.boot.tours.filter(({ id }) => this.offers(id));
  }

  /** Whether a tour is offered in the language of the page. */
  offers(tour: string): boolean {
    return isOffered(this.settings, this.words.namespace<ToursWords>('tours')?.words, tour);
  }

  /** The clinic is closed and nobody is here. */
  get dark(): boolean {
    return this.visit.place.at === 'attract' && this.settings.asleep && !this.sleep.disturbed;
  }

  /** Whether somebody uses the kiosk now. */
  get used(): boolean {
    const { at } = this.visit.place;
    return at !== 'attract' && at !== 'first-pin';
  }

  /** Whether the kiosk has other content or languages now than those that this page was made for. */
  get outdated(): boolean {
    const { locale, locales } = this.boot.settings;
    return (
      this.newest !== this.boot.version ||
      this.settings.locale !== locale ||
      this.settings.locales.join() !== locales.join()
    );
  }

  /** @throws KioskError */
  diagram(id: string): Promise<Diagram> {
    return this.#client.get(`diagrams/${id}`);
  }

  /** Maps of what lies under a finger on a diagram's stills. @throws KioskError */
  touch(id: string): Promise<ServedTouch> {
    return this.#client.get(`diagrams/${id}/touch`);
  }

  /** @throws KioskError */
  tour(id: string): Promise<Tour> {
    return this.#client.get(`tours/${id}`);
  }

  /** Where the terms of the glossary are met. @throws KioskError */
  uses(): Promise<TermUses> {
    return this.#client.get('glossary');
  }

  /** @throws KioskError */
  sources(): Promise<SourcesFile> {
    return this.#client.get('sources');
  }
}

const PAGE = Symbol('page');

export const providePage = (page: Page): Page => setContext(PAGE, page);
export const usePage = (): Page => getContext(PAGE);
