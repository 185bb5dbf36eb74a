import { describe, expect, it } from 'vitest';
import { Use } from '../../../src-main/contract/staff.ts';
import { UseCount } from '../../../src-renderer/kiosk/use.ts';
import { attract, follow, type VisitEvent } from '../../../src-renderer/session/visit.ts';

/** What is counted of a chain of events. */
function counted(...events: VisitEvent[]): string[] {
  const seen: Use[] = [];
  const count = new UseCount((use) => seen.push(use));
  let state = attract;
  for (const event of events) {
    const before = state;
    state = follow(before, event);
    if (state !== before) count.step(before.place, event, state.place);
  }
  expect(seen.every((use) => Use.safeParse(use).success)).toBe(true);
  return seen.map((use) => ('tour' in use ? `${use.what} ${use.tour}` : use.what));
}

const begin: VisitEvent = { type: 'begin' };
const neck: VisitEvent = { type: 'tour', tour: 'neck' };
const next: VisitEvent = { type: 'next', steps: 2 };
const back: VisitEvent = { type: 'back' };

describe('counts of use', () => {
  it('count a visit once, however it begins', () => {
    expect(counted(begin, { type: 'glossary' }, back)).toEqual(['visit']);
    expect(counted(neck)).toEqual(['visit', 'tour-opened neck']);
    expect(counted(begin, { type: 'finish' }, begin)).toEqual(['visit', 'visit']);
  });

  it('count a tour that is opened, and its end once', () => {
    expect(counted(neck, next, next, next, back, next)).toEqual([
      'visit',
      'tour-opened neck',
      'tour-finished neck',
    ]);
    expect(counted(neck, next, next, { type: 'home' }, neck, next, next).slice(3)).toEqual([
      'tour-opened neck',
      'tour-finished neck',
    ]);
  });

  it('do not count staff, nor a visit that waited behind their door', () => {
    expect(counted({ type: 'staff' }, { type: 'enter' }, { type: 'finish' })).toEqual([]);
    expect(counted(begin, { type: 'staff' }, back)).toEqual(['visit']);
  });
});
