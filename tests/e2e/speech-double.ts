import type { Page } from '@playwright/test';

interface Held {
  readonly text: string;
  readonly rate: number;
  readonly volume: number;
  readonly voice: string | undefined;
}

/** What the page has said, and the hand of the test on it. */
interface SpeechHand {
  readonly said: Held[];
  /** Tells something of the utterance that is being said. */
  tell(type: 'start' | 'end' | 'error'): void;
  word(charIndex: number, charLength: number): void;
}

/**
 * Puts voices into pages that are opened from now on, which say nothing but what a test tells; those that talk come to the end
 * of each utterance by themselves.
 */
export async function giveVoices(
  page: Page,
  tags: readonly string[],
  { talk = false }: { readonly talk?: boolean } = {},
): Promise<void> {
  await page.addInitScript(
    ([langs, talks]) => {
      const voices = langs.map((lang) => ({
        lang,
        name: lang,
        voiceURI: lang,
        localService: true,
        default: false,
      }));
      class Utterance extends EventTarget {
        text: string;
        rate = 1;
        volume = 1;
        voice: { name: string } | null = null;
        lang = '';
        constructor(text: string) {
          super();
          this.text = text;
        }
      }
      const said: Held[] = [];
      let now: Utterance | undefined;
      const synthesis = Object.assign(new EventTarget(), {
        speaking: false,
        pending: false,
        getVoices: () => voices,
        resume: () => undefined,
        speak(utterance: Utterance) {
          const { text, rate, volume, voice } = utterance;
          said.push({ text, rate, volume, voice: voice?.name });
          now = utterance;
          utterance.dispatchEvent(new Event('start'));
          if (talks) queueMicrotask(() => now === utterance && utterance.dispatchEvent(new Event('end')));
        },
        // As browsers do: what is cut off tells so, late.
        cancel() {
          const old = now;
          now = undefined;
          setTimeout(() => old?.dispatchEvent(new Event('error')));
        },
      });
      const hand: SpeechHand = {
        said,
        tell: (type) => now?.dispatchEvent(new Event(type)),
        word: (charIndex, charLength) =>
          now?.dispatchEvent(Object.assign(new Event('boundary'), { name: 'word', charIndex, charLength })),
      };
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
      Object.assign(window, { SpeechSynthesisUtterance: Utterance, speechHand: hand });
    },
    [tags, talk] as const,
  );
}

declare global {
  interface Window {
    speechHand: SpeechHand;
  }
}

/** What has been said so far. */
export const said = (page: Page): Promise<readonly Held[]> => page.evaluate(() => window.speechHand.said);

/** Says the present sentence to its end. */
export const endSentence = (page: Page): Promise<void> => page.evaluate(() => window.speechHand.tell('end'));

/** A word of the present sentence comes. */
export const comeWord = (page: Page, start: number, length: number): Promise<void> =>
  page.evaluate(([at, long]) => window.speechHand.word(at, long), [start, length] as const);

/** The words that are marked now: the sentence, and the word where there is one. */
export const marked = (page: Page): Promise<{ sentence: string; word: string }> =>
  page.evaluate(() => {
    const of = (name: string): string =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()).join('|');
    return { sentence: of('listen'), word: of('listen-word') };
  });
