import { createInstance, type i18n as I18n } from 'i18next';
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Boot, LanguageWords, LocaleSummary, Namespace } from '../../src-main/contract/api.ts';
import type { ContentClient } from '../kiosk/client.ts';
import { fetchFaces } from './faces.ts';
import { isolated, isolatedTexts } from './isolate.ts';
import { withDigits } from './locales.ts';

/** The names of the kiosk's namespaces of words. */
export type NamespaceName = 'ui' | 'language' | 'diagrams' | 'glossary' | 'tours' | `tours/${string}`;

/** What the kiosk has written into the page, and what every screen needs. */
const FIRST_SCREEN = ['ui', 'tours', 'language'] as const satisfies readonly NamespaceName[];
/** Texts that are not shown as they come. */
const RAW: readonly NamespaceName[] = ['ui', 'language'];

/**
 * The words of the page in the visitor's language. Namespaces are fetched when a screen needs them and kept.
 * The kiosk has resolved fallback already; `from` says which runs are in another language.
 */
export class Words {
  readonly locales: readonly LocaleSummary[];
  readonly #home: string;
  readonly #client: ContentClient;
  readonly #i18n: I18n;
  readonly #loaded = new SvelteMap<string, Namespace>();
  #wanted: readonly NamespaceName[] = FIRST_SCREEN;
  #tag = $state('');
  /** Counts the switches of language, so that a slow answer cannot undo a later choice or reach the next visitor. */
  #turn = 0;

  constructor(boot: Boot, client: ContentClient) {
    this.locales = boot.locales;
    this.#home = this.#tag = boot.settings.locale;
    this.#client = client;
    this.#i18n = createInstance();
    void this.#i18n.init({
      lng: this.#home,
      fallbackLng: false,
      ns: ['ui'],
      defaultNS: 'ui',
      initAsync: false,
      interpolation: { escapeValue: false },
      resources: { [this.#home]: { ui: boot.words.ui.words } },
    });
    this.#i18n.services.formatter?.add('number', (value: number) => this.number(value));
    for (const name of FIRST_SCREEN) this.#keep(this.#home, name, boot.words[name]);
  }

  /** The locale that the page speaks now. */
  get locale(): LocaleSummary {
    const found = this.locales.find(({ tag }) => tag === this.#tag);
    if (!found) throw new Error(`The locale ${this.#tag} is not installed.`);
    return found;
  }

  /** The rows of the visitors' keyboard, where the language has some of its own. */
  get keyboard(): LanguageWords['keyboard'] {
    return this.namespace<LanguageWords>('language')?.words.keyboard;
  }

  /** What voices are given for words of a language that they get wrong; nothing of one that nothing has been fetched in. */
  speech(tag: string): LanguageWords['speech'] {
    return (this.#loaded.get(key(tag, 'language'))?.words as LanguageWords | undefined)?.speech;
  }

  /** A text of the page, by its key in `ui.json`. */
  t(path: string, values: Record<string, string | number> = {}): string {
    return isolated(this.#i18n.t(path, { lng: this.#tag, ...values }), this.locale.dir);
  }

  /** A namespace in the visitor's language, if it has been fetched. */
  namespace<T>(name: NamespaceName): Namespace<T> | undefined {
    return this.#loaded.get(key(this.#tag, name)) as Namespace<T> | undefined;
  }

  /**
   * `lang` and `dir` of a text that was borrowed from another locale; nothing where it was not.
   * @param count of a text with plural forms
   */
  run(name: NamespaceName, path: string, count?: number): { lang?: string; dir?: 'ltr' | 'rtl' } {
    const from = this.namespace(name)?.from ?? {};
    const forms = count === undefined ? [] : [new Intl.PluralRules(this.#tag).select(count), 'other'];
    const lang = [path, ...forms.map((form) => `${path}_${form}`)].map((key) => from[key]).find(Boolean);
    if (!lang) return {};
    return { lang, dir: this.#dirOf(lang) };
  }

  /** Numbers as the locale writes them. */
  number(value: number): string {
    return new Intl.NumberFormat(withDigits(this.#tag)).format(value);
  }

  /** A share, given in percent, as the locale writes it. */
  percent(value: number): string {
    return new Intl.NumberFormat(withDigits(this.#tag), { style: 'percent' }).format(value / 100);
  }

  /** A short time, given in ms, in seconds as the locale writes it. */
  seconds(ms: number): string {
    const format = { style: 'unit', unit: 'second', unitDisplay: 'short' } as const;
    return new Intl.NumberFormat(withDigits(this.#tag), format).format(ms / 1000);
  }

  /** An angle without its sense, as the locale writes it. */
  degrees(value: number): string {
    const format = new Intl.NumberFormat(withDigits(this.#tag), {
      style: 'unit',
      unit: 'degree',
      unitDisplay: 'narrow',
    });
    return format.format(Math.abs(value));
  }

  /** A calendar date, given as `YYYY-MM-DD`, as the locale writes it. */
  date(iso: string): string {
    const format = new Intl.DateTimeFormat(withDigits(this.#tag), { dateStyle: 'long', timeZone: 'UTC' });
    // A date stands in one line.
    return format.format(Date.parse(iso)).replaceAll(' ', '\u00a0');
  }

  /** The name of a language, given by its tag, as the locale writes it within a sentence. */
  language(tag: string): string {
    return new Intl.DisplayNames([this.#tag], { type: 'language' }).of(tag) ?? tag;
  }

  /** Sorts as the locale's readers expect. */
  collator(): Intl.Collator {
    return new Intl.Collator(this.#tag, { usage: 'sort' });
  }

  /**
   * Fetches what a screen needs, in the visitor's language.
   * @throws KioskError
   */
  async need(...names: NamespaceName[]): Promise<void> {
    this.#wanted = [...this.#wanted, ...names.filter((name) => !this.#wanted.includes(name))];
    // Whoever asks does not ask again by itself when a namespace arrives or the language changes.
    await untrack(() => this.#fetch(this.#tag, names));
  }

  /**
   * Switches language once all that is on screen is there in it, so that nothing flickers and no place is lost.
   * @throws KioskError; the language then stays as it was
   */
  async use(tag: string): Promise<void> {
    const turn = ++this.#turn;
    await Promise.all([this.#fetch(tag, this.#wanted), fetchFaces([tag])]);
    if (turn === this.#turn) this.#tag = tag;
  }

  /** Calls off a switch that has not come about yet. */
  stay(): void {
    this.#turn += 1;
  }

  /** Back to the kiosk's own language, at the end of a visit. */
  reset(): void {
    this.stay();
    this.#tag = this.#home;
    this.#wanted = FIRST_SCREEN;
  }

  async #fetch(tag: string, names: readonly NamespaceName[]): Promise<void> {
    const missing = names.filter((name) => !this.#loaded.has(key(tag, name)));
    await Promise.all(
      missing.map(async (name) => {
        const namespace = await this.#client.get<Namespace>(`words/${tag}/${name}`);
        this.#keep(tag, name, namespace);
        // What was borrowed is pronounced as in the language that lent it.
        const lenders = Object.values(namespace.from).filter((tag, index, all) => all.indexOf(tag) === index);
        await Promise.all(lenders.map((lender) => this.#fetch(lender, ['language'])));
        if (name === 'ui') this.#i18n.addResourceBundle(tag, 'ui', namespace.words);
      }),
    );
  }

  /** Texts of the page are isolated when they are filled in, all others as they come. */
  #keep(tag: string, name: NamespaceName, { words, from }: Namespace): void {
    const dir = this.#dirOf(tag);
    const kept = RAW.includes(name) || dir === 'ltr' ? words : isolatedTexts(words, dir);
    this.#loaded.set(key(tag, name), { words: kept, from });
  }

  #dirOf(tag: string): 'ltr' | 'rtl' {
    return this.locales.find((locale) => locale.tag === tag)?.dir ?? 'ltr';
  }
}

const key = (tag: string, name: NamespaceName): string => `${tag}/${name}`;
