import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SpeechMode, TOGETHER_MS } from '../../../src-renderer/listen/speech-mode.svelte.ts';
import { VOICES_MS } from '../../../src-renderer/listen/listening.svelte.ts';
import { spokenOf } from '../../../src-renderer/listen/spoken.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { SpeakerDouble } from '../../doubles/speaker.ts';

let clock: HeldClock;
let speaker: SpeakerDouble;
let isRead: boolean;
let mute: number;
let speech: SpeechMode;

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.body.innerHTML = `
    <h1 tabindex="-1">The neck</h1>
    <p id="text">One sentence. <span lang="es">Otra frase.</span></p>
    <div role="group" aria-label="Brightness">
      <button id="dim" aria-pressed="true">Dim</button>
      <button id="soft" aria-pressed="false">Soft</button>
    </div>
    <button id="warm" role="switch" aria-checked="false" aria-label="Warm tint">x</button>
    <button id="next">Next</button>
    <p id="live" aria-live="polite">1 of 3</p>`;
  clock = new HeldClock();
  speaker = new SpeakerDouble(['en', 'es']);
  [isRead, mute] = [false, 0];
  speech = new SpeechMode({
    clock,
    speaker,
    lang: () => 'en',
    word: (key) => `<${key}>`,
    isRead: () => isRead,
    mute: () => (mute += 1),
  });
});
afterEach(() => {
  speech.stop();
  document.body.replaceChildren();
});

const at = (id: string): HTMLElement => document.getElementById(id)!;
/** Lets everything be said that waits to be. */
function said(): string[] {
  const from = speaker.said.length;
  clock.pass(TOGETHER_MS + 200);
  for (let count = -1; count !== speaker.said.length;) {
    count = speaker.said.length;
    if (count > from && !speaker.last.cut) speaker.finish();
    clock.pass(200);
  }
  return speaker.texts.slice(from);
}

describe('what is spoken', () => {
  const spoken = (id: string, before?: string): string[] =>
    spokenOf(at(id), before === undefined ? undefined : at(before), (key) => `<${key}>`).map(
      ({ text }) => text,
    );

  it('of a text is its words, each run in its own language', () => {
    expect(spokenOf(at('text'), undefined, String)).toEqual([
      { text: 'One sentence.', lang: 'en' },
      { text: 'Otra frase.', lang: 'es' },
    ]);
  });

  it('of a control is its name, what it is and how it stands; its group when that is entered', () => {
    expect(spoken('dim')).toEqual(['Brightness', 'Dim', '<button>, <chosen>']);
    expect(spoken('soft', 'dim')).toEqual(['Soft', '<button>']);
    expect(spoken('dim', 'next')).toEqual(['Brightness', 'Dim', '<button>, <chosen>']);
    expect(spoken('warm')).toEqual(['Warm tint', '<switch>, <off>']);
  });
});

describe('the speech mode (R-15, R-35)', () => {
  it('is silent until it is asked for', () => {
    at('next').focus();
    expect(said()).toEqual([]);
    expect(speech.texts()).toEqual([]);
  });

  it('says how it is used and where the visitor is', () => {
    speech.start();
    expect(said()).toEqual(['<begin>', 'The neck']);
  });

  it('says how it is used also where a screen comes with it', () => {
    speech.start();
    at('next').focus();
    expect(said()).toEqual(['<begin>', 'Next', '<button>']);
  });

  it('says what the focus comes to, and no more of what came before', () => {
    speech.start();
    said();
    at('next').focus();
    at('dim').focus();
    expect(said()).toEqual(['Brightness', 'Dim', '<button>, <chosen>']);
  });

  it('walks to texts, and not to those of buttons', () => {
    speech.start();
    expect(speech.texts().map(({ id, tagName }) => id || tagName)).toEqual(['H1', 'text', 'live']);
  });

  it('says what changes', async () => {
    speech.start();
    said();
    at('live').textContent = '2 of 3';
    await Promise.resolve();
    expect(said()).toEqual(['2 of 3']);
  });

  it('says nothing into a screen that is read as a whole', async () => {
    speech.start();
    said();
    isRead = true;
    at('next').focus();
    at('live').textContent = '3 of 3';
    await Promise.resolve();
    expect(said()).toEqual([]);
  });

  it('is interrupted by whatever the visitor does', () => {
    speech.start();
    clock.pass(TOGETHER_MS + 200);
    speaker.last.on.begun();
    speech.hush();
    expect(speaker.last.cut).toBe(true);
    expect(said()).toEqual([]);
  });

  it('ends at once, with the jack or with the visit', () => {
    speech.start();
    at('next').focus();
    speech.reset();
    expect(said()).toEqual([]);
    expect(speech.isOn).toBe(false);
  });

  it('begins when a voice comes late, unless the jack is out again', () => {
    speaker.bring('fr');
    speech.start();
    speech.stop();
    speaker.bring('en');
    expect(said()).toEqual([]);
    speaker.bring('fr');
    speech.start();
    speaker.bring('en');
    expect(said()).toEqual(['<begin>', 'The neck']);
    clock.pass(VOICES_MS);
    expect([mute, speaker.watchers]).toEqual([0, 0]);
  });

  it('says that there is no voice where there is none, and stays off', () => {
    speaker.bring('fr');
    speech.start();
    clock.pass(VOICES_MS);
    expect([mute, speaker.watchers, clock.waiting]).toEqual([1, 0, 0]);
    expect(speech.isOn).toBe(false);
  });
});
