/** The visit as one finite state machine: pure, so that every way through it can be tried without a screen. */

/** Where a visitor is. `step` counts from 0; the page after the last step is the tour's end. */
export type Place =
  | { readonly at: 'attract' }
  | { readonly at: 'home' }
  | { readonly at: 'tour'; readonly tour: string; readonly step: number }
  | {
      readonly at: 'glossary';
      readonly term?: string | undefined;
      readonly among?: readonly string[] | undefined;
    };

export interface VisitState {
  readonly place: Place;
  /** The places that Back returns to, oldest first. */
  readonly trail: readonly Place[];
  /** *Are you still there?* is being asked. */
  readonly asking: boolean;
}

export type VisitEvent =
  | { readonly type: 'begin' }
  | { readonly type: 'home' }
  | { readonly type: 'tour'; readonly tour: string; readonly step?: number }
  | { readonly type: 'next'; readonly steps: number }
  | { readonly type: 'back' }
  | { readonly type: 'glossary'; readonly term?: string; readonly among?: readonly string[] }
  | { readonly type: 'term'; readonly term: string }
  | { readonly type: 'idle' }
  | { readonly type: 'stay' }
  | { readonly type: 'finish' };

/** Before a visit and after one: nothing of the visitor is left. */
export const attract: VisitState = { place: { at: 'attract' }, trail: [], asking: false };

/** What follows from an event. An event that means nothing where the visitor is leaves the state as it is. */
export function follow(state: VisitState, event: VisitEvent): VisitState {
  const { place, trail } = state;
  switch (event.type) {
    case 'begin':
      return place.at === 'attract' ? { ...attract, place: { at: 'home' } } : state;
    case 'finish':
      return attract;
    case 'idle':
      return place.at === 'attract' ? state : { ...state, asking: true };
    case 'stay':
      return state.asking ? { ...state, asking: false } : state;
    case 'home':
      return place.at === 'home' ? state : { ...attract, place: { at: 'home' } };
    case 'tour':
      return { ...go(state, { at: 'tour', tour: event.tour, step: event.step ?? 0 }), asking: false };
    case 'next':
      return place.at === 'tour' && place.step < event.steps
        ? { ...state, place: { ...place, step: place.step + 1 } }
        : state;
    case 'glossary':
      return place.at === 'attract'
        ? state
        : go(state, { at: 'glossary', term: event.term, among: event.among });
    case 'term':
      return place.at === 'glossary' ? { ...state, place: { ...place, term: event.term } } : state;
    case 'back':
      if (place.at === 'attract') return state;
      if (place.at === 'tour' && place.step > 0)
        return { ...state, place: { ...place, step: place.step - 1 } };
      return {
        place: trail.at(-1) ?? (place.at === 'home' ? attract.place : { at: 'home' }),
        trail: trail.slice(0, -1),
        asking: false,
      };
  }
}

/** At most this many places are remembered: a visit that lasts all day must not grow. */
const LONGEST_TRAIL = 32;

function go(state: VisitState, place: Place): VisitState {
  const trail = state.place.at === 'attract' ? [{ at: 'home' } as const] : [...state.trail, state.place];
  return { place, trail: trail.slice(-LONGEST_TRAIL), asking: false };
}
