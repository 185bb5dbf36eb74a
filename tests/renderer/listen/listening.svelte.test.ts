import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SETTLE_MS } from '../../../src-renderer/listen/player.ts';
import { Listening, VOICES_MS } from '../../../src-renderer/listen/listening.svelte.ts';
import { scrollFor } from '../../../src-renderer/listen/marks.ts';
import { heardOf, readRoots } from '../../../src-renderer/listen/passages.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { SpeakerDouble } from '../../doubles/speaker.ts';

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('main');
  place.lang = 'en';
  document.body.append(place);
});
afterEach(() => {
  place.remove();
  CSS.highlights.clear();
});

/** A panel as a step has it: words in runs, a foreign one, and what is not read. */
const STEP = `
  <p data-read class="outside">Where in the body?</p>
  <section data-read>
    <p data-unread>3 of 8</p>
    <h1>Turning
      to one side</h1>
    <p>In <span role="button">torticollis</span>, your head turns. Dr. <b>Ruiz</b> knows. <span lang="es">¿Le duele?</span></p>
    <ul><li><span aria-hidden="true">1</span>A question</li><li hidden>Nothing</li></ul>
    <button><span style="display:block">The neck</span><span style="display:block">8 steps</span></button>
  </section>
  <button>Next</button>`;

const setUp = (...languages: string[]) => setUpIn({ alone: true }, ...languages);

const setUpIn = (room: { alone: boolean }, ...languages: string[]) => {
  const clock = new HeldClock();
  const speaker = new SpeakerDouble(languages.length > 0 ? languages : ['en', 'es']);
  const held: boolean[] = [];
  const listening = new Listening(clock, speaker, {
    lang: () => 'en',
    isAlone: () => room.alone,
    hold: (now) => held.push(now),
    onpace: () => undefined,
  });
  return { clock, speaker, held, listening };
};

const marked = (name: string): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString());

describe('what is read of a screen', () => {
  it('is its marked parts in their order, sentence by sentence, each in its language', () => {
    place.innerHTML = STEP;
    const heard = heardOf(readRoots(document));
    expect(heard.map(({ text, lang }) => `${lang}: ${text.replaceAll(/ +/g, ' ')}`)).toEqual([
      'en: Where in the body?',
      'en: Turning to one side',
      'en: In torticollis, your head turns.',
      'en: Dr. Ruiz knows.',
      'es: ¿Le duele?',
      'en: A question',
      'en: The neck',
      'en: 8 steps',
    ]);
  });

  it('is the sheet alone that lies above all', () => {
    place.innerHTML = `${STEP}<dialog><h2>Help</h2><p>Touch once.</p></dialog>`;
    place.querySelector('dialog')!.showModal();
    expect(heardOf(readRoots(document)).map(({ text }) => text)).toEqual(['Help', 'Touch once.']);
  });

  it('stands where its words stand, across runs, and each word of it', () => {
    place.innerHTML = STEP;
    const [, , sentence, next] = heardOf(readRoots(document));
    expect(sentence!.place().toString()).toBe('In torticollis, your head turns.');
    expect(sentence!.place(3, 11).toString()).toBe('torticollis');
    expect(next!.place().toString()).toBe('Dr. Ruiz knows.');
    expect(next!.place(4, 4).toString()).toBe('Ruiz');
    // A voice that tells of more than there is marks no more than the sentence.
    expect(next!.place(9, 500).toString()).toBe('knows.');
  });
});

describe('listening', () => {
  it('marks the sentence that is read, and its words, without a change of the page', () => {
    place.innerHTML = STEP;
    const before = place.innerHTML;
    const { listening, speaker } = setUp();
    listening.press();
    speaker.finish();
    speaker.finish();
    expect(marked('listen')).toEqual(['In torticollis, your head turns.']);
    expect(marked('listen-word')).toEqual([]);
    speaker.last.on.word(3, 11);
    expect(marked('listen-word')).toEqual(['torticollis']);
    expect(marked('listen')).toEqual(['In torticollis, your head turns.']);
    speaker.finish();
    expect([marked('listen'), marked('listen-word')]).toEqual([['Dr. Ruiz knows.'], []]);
    expect(place.innerHTML).toBe(before);
  });

  it('stays marked while paused, and the visitor’s time runs then (R-42)', () => {
    place.innerHTML = STEP;
    const { listening, speaker, held } = setUp();
    listening.press();
    speaker.finish();
    expect(held.at(-1)).toBe(true);
    listening.press();
    expect([listening.paused, marked('listen').length, held.at(-1)]).toEqual([true, 1, false]);
    listening.press();
    expect([listening.paused, speaker.last.text.startsWith('Turning'), held.at(-1)]).toEqual([
      false,
      true,
      true,
    ]);
    listening.stop();
    expect([listening.reading, marked('listen'), held.at(-1), speaker.last.cut]).toEqual([
      false,
      [],
      false,
      true,
    ]);
  });

  it('asks before the room hears it, once a visit, and not with headphones (R-43)', () => {
    place.innerHTML = STEP;
    const room = { alone: false };
    const { listening, speaker } = setUpIn(room);
    listening.press();
    expect(listening.notice).toEqual({ kind: 'aloud', lang: 'en' });
    expect(listening.reading).toBe(false);
    listening.dismiss();
    listening.press();
    expect(listening.notice?.kind).toBe('aloud');
    expect(speaker.said).toEqual([]);
    listening.agree();
    expect(listening.notice).toBeUndefined();
    expect(listening.reading).toBe(true);
    listening.stop();
    listening.press();
    expect(listening.reading).toBe(true);

    listening.reset();
    listening.press();
    expect(listening.notice?.kind).toBe('aloud');
    listening.reset();
    room.alone = true;
    listening.press();
    expect(listening.notice).toBeUndefined();
    expect(listening.reading).toBe(true);
  });

  it('asks when a voice has come late', () => {
    place.innerHTML = STEP;
    const { listening, speaker } = setUpIn({ alone: false }, 'fr');
    listening.press();
    expect(listening.notice).toBeUndefined();
    speaker.bring('en');
    expect(listening.notice).toEqual({ kind: 'aloud', lang: 'en' });
  });

  it('ends by itself, with nothing marked', () => {
    place.innerHTML = STEP;
    const { listening, speaker, held } = setUp();
    listening.press();
    for (let sentence = 0; sentence < 8; sentence++) speaker.finish();
    expect([listening.reading, marked('listen'), held.at(-1), listening.notice]).toEqual([
      false,
      [],
      false,
      undefined,
    ]);
  });

  it('says when there is no voice for the language, and forgets it with the visit', () => {
    place.innerHTML = STEP;
    const { listening, speaker, clock } = setUp('fr');
    expect(listening.speaks('en')).toBe(false);
    listening.press();
    expect(listening.notice).toBeUndefined();
    clock.pass(VOICES_MS);
    expect([listening.notice, speaker.said.length]).toEqual([{ kind: 'none', lang: 'en' }, 0]);
    listening.reset();
    expect([listening.notice, clock.waiting, speaker.watchers]).toEqual([undefined, 0, 1]);
  });

  it('waits a little for voices that come late', () => {
    place.innerHTML = STEP;
    const { listening, speaker, clock } = setUp('fr');
    listening.press();
    clock.pass(VOICES_MS / 2);
    speaker.bring('fr', 'en', 'es');
    expect([listening.reading, speaker.texts]).toEqual([true, ['Where in the body?']]);
    clock.pass(VOICES_MS);
    expect(listening.notice).toBeUndefined();
    // One who went on meanwhile is not spoken to.
    listening.stop();
    speaker.bring('fr');
    listening.press();
    listening.stop();
    speaker.bring('en');
    clock.pass(VOICES_MS);
    expect([listening.reading, listening.notice, speaker.said.length]).toEqual([false, undefined, 1]);
  });

  it('is mute once no voice is expected any more, and no longer when one comes', () => {
    const { listening, speaker, clock } = setUp('fr');
    listening.prepare();
    expect(listening.mute).toBe(false);
    clock.pass(VOICES_MS);
    expect(listening.mute).toBe(true);
    speaker.bring('en');
    expect(listening.mute).toBe(false);
    speaker.bring('fr');
    listening.prepare();
    listening.reset();
    expect(clock.waiting).toBe(0);
  });

  it('reads a borrowed run in the voice of its language; without one it says so at the end', () => {
    place.innerHTML = '<p data-read>Before. <span lang="es">¿Le duele?</span> After.</p>';
    const both = setUp();
    both.listening.press();
    both.speaker.finish();
    expect(both.speaker.last).toMatchObject({ text: '¿Le duele?', lang: 'es' });
    both.listening.stop();
    const one = setUp('en');
    one.listening.press();
    one.speaker.finish();
    one.speaker.finish();
    expect(one.speaker.texts).toEqual(['Before.', 'After.']);
    expect(one.listening.notice).toEqual({ kind: 'partly', lang: 'es' });
  });

  it('says so when the voice does not answer', () => {
    place.innerHTML = STEP;
    const { listening, speaker, clock } = setUp();
    listening.press();
    speaker.last.on.failed();
    clock.pass(SETTLE_MS);
    speaker.last.on.failed();
    expect([listening.reading, listening.notice?.kind, marked('listen')]).toEqual([false, 'failed', []]);
  });

  it('brings what it reads into sight, and leaves alone what is seen', () => {
    place.innerHTML =
      '<div class="box" style="height:200px;overflow-y:auto;font:20px/30px serif" data-read>' +
      Array.from({ length: 30 }, (_, line) => `<p style="margin:0">Line ${line}.</p>`).join('') +
      '</div>';
    const box = place.querySelector('.box')!;
    const { listening, speaker } = setUp();
    listening.press();
    for (let line = 0; line < 3; line++) speaker.finish();
    expect(box.scrollTop).toBe(0);
    for (let line = 3; line < 20; line++) speaker.finish();
    const seen = box.querySelectorAll('p')[20]!.getBoundingClientRect().top - box.getBoundingClientRect().top;
    expect(seen).toBeGreaterThanOrEqual(0);
    expect(seen).toBeLessThan(170);
    expect(scrollFor(200, { top: 10, bottom: 60 })).toBe(0);
    expect(scrollFor(200, { top: -40, bottom: -10 })).toBeLessThan(0);
    listening.stop();
  });
});
