import { getContext, setContext } from 'svelte';
import type { Boot, Diagram, PageSettings, Tour } from '../../src-main/contract/api.ts';
import type { SourcesFile } from '../../src-main/contract/structure.ts';
import { Words } from '../i18n/words.svelte.ts';
import type { Clock } from '../session/clock.ts';
import { Visit } from '../session/visit.svelte.ts';
import { ContentClient } from './client.ts';

/** What every screen reaches for: the visit, the words, the structure of the content. */
export class Page {
  readonly boot: Boot;
  readonly words: Words;
  readonly visit: Visit;
  readonly clock: Clock;
  readonly #client: ContentClient;
  settings: PageSettings;
  /** The newest content version that the kiosk has told of. */
  newest: string;

  constructor(boot: Boot, clock: Clock) {
    this.boot = boot;
    this.clock = clock;
    this.settings = $state.raw(boot.settings);
    this.newest = $state(boot.version);
    this.#client = new ContentClient(boot.version);
    this.words = new Words(boot, this.#client);
    this.visit = new Visit(
      clock,
      () => this.settings.idleSeconds,
      () => this.words.reset(),
    );
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

  /** @throws KioskError */
  tour(id: string): Promise<Tour> {
    return this.#client.get(`tours/${id}`);
  }

  /** @throws KioskError */
  sources(): Promise<SourcesFile> {
    return this.#client.get('sources');
  }
}

const PAGE = Symbol('page');

export const providePage = (page: Page): Page => setContext(PAGE, page);
export const usePage = (): Page => getContext(PAGE);
