import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attract,
  firstPin,
  follow,
  isConsulting,
  type VisitEvent,
  type VisitState,
} from '../../../src-renderer/session/visit.ts';

const after = (...events: VisitEvent[]): VisitState => events.reduce(follow, attract);
const begin: VisitEvent = { type: 'begin' };
const neck: VisitEvent = { type: 'tour', tour: 'neck' };
const next: VisitEvent = { type: 'next', steps: 8 };
const back: VisitEvent = { type: 'back' };

describe('a visit', () => {
  it('leads from the attract loop home', () => {
    expect(after(begin).place).toEqual({ at: 'home' });
  });

  it('opens a tour at its first step, also straight from the attract loop', () => {
    expect(after(neck).place).toEqual({ at: 'tour', tour: 'neck', step: 0 });
    expect(after(neck, back).place).toEqual({ at: 'home' });
  });

  it('walks a tour step by step, through its questions to its end, and no further', () => {
    const steps = Array.from({ length: 12 }, () => next);
    expect(after(begin, neck, ...steps).place).toEqual({ at: 'tour', tour: 'neck', step: 9 });
  });

  it('walks back step by step, then out of the tour', () => {
    expect(after(begin, neck, next, back).place).toMatchObject({ at: 'tour', step: 0 });
    expect(after(begin, neck, next, back, back).place).toEqual({ at: 'home' });
  });

  it('returns from a term to the very same step', () => {
    const term: VisitEvent = { type: 'glossary', term: 'torticollis' };
    expect(after(begin, neck, next, next, term).place).toMatchObject({ at: 'glossary', term: 'torticollis' });
    expect(after(begin, neck, next, next, term, back).place).toEqual({
      at: 'tour',
      tour: 'neck',
      step: 2,
    });
  });

  describe('in the glossary', () => {
    const open: VisitEvent = { type: 'glossary', term: 'torticollis' };
    const picture = { diagram: 'neck', pose: 'rest', view: 'front' };
    const explain: VisitEvent = { type: 'words', among: ['torticollis', 'spasm'], picture };
    const type = (query: string): VisitEvent => ({ type: 'query', query });
    const found: VisitEvent = { type: 'glossary', term: 'tremor' };

    it('searches, and Back leads out of the search to where it began', () => {
      const turned: VisitEvent = { type: 'turn', top: 'spasm' };
      const typed = after(begin, { type: 'glossary' }, turned, type(''), type('tr'), type('tre'));
      expect(typed.place).toEqual({ at: 'glossary', query: 'tre' });
      expect(follow(typed, back).place).toMatchObject({ at: 'glossary', top: 'spasm' });
      const read = follow(typed, found);
      expect(read.place).toMatchObject({ term: 'tremor' });
      expect(follow(read, back).place).toEqual(typed.place);
      expect(after(begin, { type: 'glossary' }, turned, { type: 'finish' })).toEqual(attract);
    });

    it('leads from the list to a word, and Back to where the word stands on it', () => {
      const word = after(begin, { type: 'glossary' }, { type: 'turn', top: 'spasm' }, found);
      expect(word.place).toMatchObject({ at: 'glossary', term: 'tremor' });
      const list = follow(word, back);
      expect(list.place).toMatchObject({ at: 'glossary', top: 'tremor', term: undefined });
      expect(follow(word, { type: 'list' })).toEqual(list);
      expect(follow(list, back).place).toEqual({ at: 'home' });
    });

    it('leads from a word of a step to the list, and Back the same way', () => {
      const word = after(begin, neck, next, open);
      const list = follow(word, { type: 'list' });
      expect(list.place).toEqual({ at: 'glossary', top: 'torticollis' });
      expect(follow(list, { type: 'list' })).toBe(list);
      expect(follow(list, back)).toEqual(word);
    });

    it('explains the words of a step, each of them, and returns to the step', () => {
      const words = after(begin, neck, next, explain);
      expect(words.place).toEqual({ at: 'glossary', among: ['torticollis', 'spasm'], picture });
      expect(follow(follow(words, open), back)).toEqual(words);
      expect(follow(words, { type: 'list' }).place).toEqual({ at: 'glossary', top: undefined });
      expect(follow(words, back).place).toMatchObject({ at: 'tour', step: 1 });
      const home = after(begin);
      expect(follow(home, explain)).toBe(home);
    });

    it('returns straight to the step from which it was opened, however far it led', () => {
      const far = after(begin, neck, next, open, { type: 'list' }, type(''), type('t'), found);
      expect(follow(far, { type: 'return' })).toMatchObject({
        place: { at: 'tour', tour: 'neck', step: 1 },
        trail: [{ at: 'home' }],
      });
      const home = after(begin, open);
      expect(follow(home, { type: 'return' })).toBe(home);
    });

    it('leads into the middle of a tour, and Back from there to the word', () => {
      const inside = after(begin, open, { type: 'tour', tour: 'neck', step: 3 });
      expect(inside.place).toMatchObject({ at: 'tour', step: 3 });
      expect(follow(follow(follow(inside, next), back), back).place).toMatchObject({ term: 'torticollis' });
    });

    it('takes no such event elsewhere', () => {
      const home = after(begin);
      for (const event of [type('a'), { type: 'list' }, { type: 'turn', top: 'a' }] as VisitEvent[])
        expect(follow(home, event)).toBe(home);
    });
  });

  it('looks around in the picture of a step, and returns to the very same step', () => {
    const explore: VisitEvent = { type: 'explore', diagram: 'neck', pose: 'rest', view: 'left' };
    const part: VisitEvent = { type: 'part', part: 'trapezius.left' };
    const looking = after(begin, neck, next, next, explore, part);
    expect(looking.place).toEqual({
      at: 'explore',
      tour: 'neck',
      diagram: 'neck',
      pose: 'rest',
      view: 'left',
      part: 'trapezius.left',
    });
    expect(follow(looking, back).place).toEqual({ at: 'tour', tour: 'neck', step: 2 });
    expect(follow(follow(looking, { type: 'glossary', term: 'spasm' }), back)).toEqual(looking);
    expect(follow(looking, { type: 'part' }).place).toMatchObject({ at: 'explore', part: undefined });
    expect(follow(looking, part)).toBe(looking);
  });

  it('looks around only from a tour, and chooses parts only there', () => {
    const explore: VisitEvent = { type: 'explore', diagram: 'neck', pose: 'rest', view: 'left' };
    for (const state of [attract, after(begin), after(begin, { type: 'glossary' })]) {
      expect(follow(state, explore)).toBe(state);
      expect(follow(state, { type: 'part', part: 'a' })).toBe(state);
    }
  });

  it('forgets the way when the visitor goes home', () => {
    expect(after(begin, neck, next, { type: 'home' })).toEqual({ ...attract, place: { at: 'home' } });
  });

  it('asks only while somebody may be there', () => {
    expect(follow(attract, { type: 'idle' })).toBe(attract);
    expect(after(begin, { type: 'idle' }).asking).toBe(true);
    expect(after(begin, { type: 'idle' }, { type: 'stay' }).asking).toBe(false);
  });

  it('keeps the place while it asks', () => {
    expect(after(begin, neck, next, { type: 'idle' }, { type: 'stay' }).place).toMatchObject({ step: 1 });
  });

  it.each([[[begin]], [[begin, neck, next]], [[begin, neck, { type: 'idle' }]]] as VisitEvent[][][])(
    'leaves nothing behind when it is finished: %j',
    (events) => {
      expect(after(...events, { type: 'finish' })).toBe(attract);
    },
  );

  it('never grows and never leaves its places, whatever is touched', () => {
    const event = fc.oneof(
      fc.constantFrom<VisitEvent>({ type: 'staff' }, { type: 'enter' }, { type: 'clean' }),
      fc.constantFrom<VisitEvent>(begin, { type: 'home' }, back, next, { type: 'idle' }, { type: 'stay' }),
      fc.constantFrom<VisitEvent>(
        { type: 'explore', diagram: 'neck', pose: 'rest', view: 'left' },
        { type: 'part', part: 'a' },
      ),
      fc.constantFrom<VisitEvent>(neck, { type: 'glossary' }, { type: 'glossary', term: 'spasm' }),
      fc.constantFrom<VisitEvent>({ type: 'query', query: 'a' }, { type: 'list' }, { type: 'return' }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 200 }), (events) => {
        const state = after(...events);
        expect(state.trail.length).toBeLessThanOrEqual(32);
        if (state.place.at === 'tour') expect(state.place.step).toBeGreaterThanOrEqual(0);
        if (state.place.at === 'attract') expect(state).toEqual(attract);
      }),
    );
  });
});

describe('staff', () => {
  const staff: VisitEvent = { type: 'staff' };
  const enter: VisitEvent = { type: 'enter' };

  it('come to the door from anywhere, and a visit waits behind it', () => {
    expect(after(staff).place).toEqual({ at: 'staff', room: 'door' });
    expect(after(staff, back)).toBe(attract);
    const visited = after(begin, neck, next);
    expect(follow(follow(visited, staff), back)).toEqual(visited);
  });

  it('enter the panel, and nothing of the visit is left', () => {
    expect(after(begin, neck, staff, enter)).toEqual({ ...attract, place: { at: 'staff', room: 'panel' } });
    expect(after(begin, neck, staff, enter, { type: 'finish' })).toBe(attract);
  });

  it('choose the first PIN before anything else, or not now', () => {
    expect(follow(firstPin, enter).place).toEqual({ at: 'staff', room: 'panel' });
    expect(follow(firstPin, back)).toBe(attract);
    for (const event of [begin, neck, staff, { type: 'idle' }] as VisitEvent[])
      expect(follow(firstPin, event)).toBe(firstPin);
  });

  it('are never asked whether they are still there, and no touch leads on from where they are', () => {
    for (const place of [after(staff), after(staff, enter), after(staff, enter, { type: 'clean' })]) {
      for (const event of [begin, neck, next, { type: 'idle' }, { type: 'home' }] as VisitEvent[])
        expect(follow(place, event)).toBe(place);
    }
  });

  it('clean the screen, restart and leave from the panel only', () => {
    const farewell: VisitEvent = { type: 'farewell', room: 'restarting' };
    expect(after(staff, enter, { type: 'clean' }).place).toEqual({ at: 'cleaning' });
    expect(after(staff, enter, farewell).place).toEqual({ at: 'staff', room: 'restarting' });
    for (const event of [{ type: 'clean' }, farewell, enter] as VisitEvent[]) {
      expect(follow(attract, event)).toBe(attract);
      expect(after(begin, event).place).toEqual({ at: 'home' });
    }
    expect(after(staff, farewell).place).toMatchObject({ room: 'door' });
  });

  it('end the cleaning by their keys', () => {
    expect(after(staff, enter, { type: 'clean' }, staff)).toBe(attract);
  });
});

describe('consult', () => {
  const consult: VisitEvent = { type: 'consult' };
  const query: VisitEvent = { type: 'query', query: 'm' };

  it('is entered from home alone, through the PIN where the clinic wants it', () => {
    expect(after(begin, consult).place).toEqual({ at: 'consult', room: 'pictures' });
    expect(after(begin, neck, consult).place).toMatchObject({ at: 'tour' });
    const door = after(begin, { type: 'consult', pin: true });
    expect(door.place).toEqual({ at: 'consult', room: 'door' });
    expect(follow(door, query)).toBe(door);
    expect(follow(door, back).place).toEqual({ at: 'home' });
    const admitted = follow(door, { type: 'admit' });
    expect(admitted.place).toEqual({ at: 'consult', room: 'pictures' });
    expect(follow(admitted, back).place).toEqual({ at: 'home' });
    expect(after(begin, { type: 'admit' }).place).toEqual({ at: 'home' });
  });

  it('looks for a part and returns; Back, Home and Finish are as everywhere', () => {
    const found = after(begin, consult, query, { type: 'query', query: 'ma' });
    expect(found.place).toEqual({ at: 'consult', room: 'find', query: 'ma' });
    expect(follow(found, back).place).toEqual({ at: 'consult', room: 'pictures' });
    expect(after(begin, consult, { type: 'home' }).place).toEqual({ at: 'home' });
    expect(after(begin, consult, { type: 'finish' })).toBe(attract);
    const term = after(begin, consult, { type: 'glossary', term: 'spasm' });
    expect(follow(term, back).place).toEqual({ at: 'consult', room: 'pictures' });
  });

  it('gives time to talk, also while a word is looked up, but not before its door', () => {
    const states = [
      after(begin),
      after(begin, consult),
      after(begin, consult, { type: 'glossary', term: 'spasm' }),
      after(begin, { type: 'consult', pin: true }),
      after(begin, consult, back),
    ];
    expect(states.map(isConsulting)).toEqual([false, true, true, false, false]);
  });
});
