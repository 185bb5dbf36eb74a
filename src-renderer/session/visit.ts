/** The visit as one finite state machine: pure, so that every way through it can be tried without a screen. */

/** A picture without what moves or is called out in it. */
export interface StepPicture {
  readonly diagram: string;
  readonly pose: string;
  readonly view: string;
}

/** Where a visitor is. `step` counts from 0; after the last come the questions, and the end of the tour. */
export type VisitPlace =
  | { readonly at: 'home' }
  | {
      readonly at: 'tour';
      readonly tour: string;
      readonly step: number;
      /** The step at which the tour was entered in its middle: from there Back leads out again. */
      readonly entry?: number | undefined;
    }
  /** A picture of a tour, to be turned and touched. */
  | {
      readonly at: 'explore';
      readonly tour: string;
      readonly diagram: string;
      readonly pose: string;
      readonly view: string;
      /** The part that the visitor has chosen. */
      readonly part?: string | undefined;
    }
  /** The list of words; or a word of its own (`term`), the words of a step (`among`), the search (`query`). */
  | {
      readonly at: 'glossary';
      readonly term?: string | undefined;
      /** The words that a step has to explain. */
      readonly among?: readonly string[] | undefined;
      /** The picture of that step. */
      readonly picture?: StepPicture | undefined;
      /** An entry on the page of the list that is shown; the first page where there is none. */
      readonly top?: string | undefined;
      /** What has been typed to find a word. */
      readonly query?: string | undefined;
    }
  /**
   * A neurologist teaches: before the pictures the PIN pad, where the clinic wants one; the pictures; the search for a part.
   * What is shown there is kept by `consult/consult.svelte.ts`.
   */
  | { readonly at: 'consult'; readonly room: ConsultRoom; readonly query?: string | undefined };

export type ConsultRoom = 'door' | 'pictures' | 'find';

/** The PIN pad, the panel behind it, and what stands while the kiosk ends. */
export type StaffRoom = 'door' | 'panel' | 'restarting' | 'ended';

/** Where staff are. No visit goes on there, and nobody is asked whether they are still there. */
export type StaffPlace =
  | { readonly at: 'staff'; readonly room: StaffRoom }
  /** A kiosk without a PIN asks for one. */
  | { readonly at: 'first-pin' }
  /** The screen takes no touch while it is wiped. */
  | { readonly at: 'cleaning' };

export type Place = { readonly at: 'attract' } | VisitPlace | StaffPlace;

export interface VisitState {
  readonly place: Place;
  /** The places that Back returns to, oldest first. */
  readonly trail: readonly VisitPlace[];
  /** *Are you still there?* is being asked. */
  readonly asking: boolean;
}

export type VisitEvent =
  | { readonly type: 'begin' }
  | { readonly type: 'home' }
  | { readonly type: 'tour'; readonly tour: string; readonly step?: number }
  /** `steps`: how many the tour has. */
  | { readonly type: 'next'; readonly steps: number }
  | { readonly type: 'back' }
  /** The list of words, or one of them. */
  | { readonly type: 'glossary'; readonly term?: string }
  /** The words that a step has to explain. */
  | { readonly type: 'words'; readonly among: readonly string[]; readonly picture: StepPicture }
  /** Turns the list of words. */
  | { readonly type: 'turn'; readonly top: string }
  /** To the list of words; from one of them, to the page on which it stands. */
  | { readonly type: 'list' }
  /** What has been typed so far. The first opens the search. */
  | { readonly type: 'query'; readonly query: string }
  /** From the glossary straight to the step from which it was opened. */
  | { readonly type: 'return' }
  | {
      readonly type: 'explore';
      readonly diagram: string;
      readonly pose: string;
      readonly view: string;
    }
  /** Chooses a part of the picture, or none. */
  | { readonly type: 'part'; readonly part?: string | undefined }
  /** `pin`: the clinic asks for the PIN of staff first. */
  | { readonly type: 'consult'; readonly pin?: boolean }
  /** The PIN before consult was right. */
  | { readonly type: 'admit' }
  | { readonly type: 'idle' }
  | { readonly type: 'stay' }
  | { readonly type: 'finish' }
  /** The held corner or the keys of staff. */
  | { readonly type: 'staff' }
  /** A PIN was right. */
  | { readonly type: 'enter' }
  | { readonly type: 'clean' }
  | { readonly type: 'farewell'; readonly room: 'restarting' | 'ended' };

/** Before a visit and after one: nothing of the visitor is left. */
export const attract: VisitState = { place: { at: 'attract' }, trail: [], asking: false };

/** A kiosk that has no PIN yet, as it starts. */
export const firstPin: VisitState = { ...attract, place: { at: 'first-pin' } };

const VISITED: readonly Place['at'][] = ['home', 'tour', 'explore', 'glossary', 'consult'];

/** Whether a visit goes on at a place. */
export const isVisited = (place: Place): place is VisitPlace => VISITED.includes(place.at);

/** Whether a neurologist teaches, also while a word is looked up: there is time to talk. */
export const isConsulting = ({ place, trail }: VisitState): boolean =>
  isVisited(place) && [...trail, place].some((one) => one.at === 'consult' && one.room !== 'door');

/** What follows from an event. An event that means nothing where the visitor is leaves the state as it is. */
export function follow(state: VisitState, event: VisitEvent): VisitState {
  const { place, trail } = state;
  if (isOfStaff(place)) return followStaff(place, state, event);
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
    case 'tour': {
      const { tour, step = 0 } = event;
      return go(state, { at: 'tour', tour, step, ...(step > 0 && { entry: step }) });
    }
    case 'next':
      return place.at === 'tour' && place.step <= event.steps
        ? { ...state, place: { ...place, step: place.step + 1 } }
        : state;
    case 'glossary':
      return place.at === 'attract' ? state : go(state, { at: 'glossary', term: event.term });
    case 'words': {
      const { among, picture } = event;
      return place.at === 'tour' ? go(state, { at: 'glossary', among, picture }) : state;
    }
    case 'list': {
      if (place.at !== 'glossary' || isList(place)) return state;
      const before = trail.at(-1);
      return before && isList(before) ? back(state) : go(state, { at: 'glossary', top: place.term });
    }
    case 'turn':
      return place.at === 'glossary' && isList(place)
        ? { ...state, place: { ...place, top: event.top } }
        : state;
    case 'query': {
      const { query } = event;
      if (place.at === 'consult') return find(state, place, query);
      if (place.at !== 'glossary') return state;
      return place.query === undefined
        ? go(state, { at: 'glossary', query })
        : { ...state, place: { ...place, query } };
    }
    case 'return': {
      const at = place.at === 'glossary' ? stepBelow(trail) : -1;
      return at < 0 ? state : { place: trail[at]!, trail: trail.slice(0, at), asking: false };
    }
    case 'explore': {
      if (place.at !== 'tour') return state;
      const { diagram, pose, view } = event;
      return go(state, { at: 'explore', tour: place.tour, diagram, pose, view });
    }
    case 'part':
      return place.at === 'explore' && place.part !== event.part
        ? { ...state, place: { ...place, part: event.part } }
        : state;
    case 'consult':
      return place.at === 'home'
        ? go(state, { at: 'consult', room: event.pin ? 'door' : 'pictures' })
        : state;
    case 'admit':
      return place.at === 'consult' && place.room === 'door'
        ? { ...state, place: { at: 'consult', room: 'pictures' } }
        : state;
    case 'back':
      if (place.at === 'attract') return state;
      if (place.at === 'tour' && place.step > 0 && place.step !== place.entry)
        return { ...state, place: { ...place, step: place.step - 1 } };
      return back(state);
    case 'staff':
      // The visit waits behind the door, since a hand may have lain in the corner unasked.
      return {
        place: { at: 'staff', room: 'door' },
        trail: isVisited(place) ? keep([...trail, place]) : [],
        asking: false,
      };
    default:
      return state;
  }
}

/** Where in the trail the tour lies from which the glossary was opened; −1 if it was opened elsewhere. */
export function stepBelow(trail: readonly VisitPlace[]): number {
  const at = trail.findLastIndex((place) => place.at !== 'glossary');
  return trail[at]?.at === 'tour' ? at : -1;
}

/** The list of words itself, rather than some of them or the search. */
export const isList = (place: Place): boolean =>
  place.at === 'glossary' &&
  place.term === undefined &&
  place.among === undefined &&
  place.query === undefined;

const back = ({ place, trail }: VisitState): VisitState => ({
  place: trail.at(-1) ?? (place.at === 'home' ? attract.place : { at: 'home' }),
  trail: trail.slice(0, -1),
  asking: false,
});

/** The first letter opens the search, from the pictures alone. */
function find(
  state: VisitState,
  { room }: Extract<VisitPlace, { at: 'consult' }>,
  query: string,
): VisitState {
  const to = { at: 'consult', room: 'find', query } as const;
  if (room === 'door') return state;
  return room === 'find' ? { ...state, place: to } : go(state, to);
}

const isOfStaff = (place: Place): place is StaffPlace =>
  place.at === 'staff' || place.at === 'first-pin' || place.at === 'cleaning';

function followStaff(place: StaffPlace, state: VisitState, event: VisitEvent): VisitState {
  const room = place.at === 'staff' ? place.room : place.at;
  switch (event.type) {
    case 'finish':
      return attract;
    case 'back': {
      const before = state.trail.at(-1);
      return room === 'door' && before
        ? { place: before, trail: state.trail.slice(0, -1), asking: false }
        : attract;
    }
    case 'staff':
      return room === 'cleaning' ? attract : state;
    case 'enter':
      return room === 'door' || room === 'first-pin'
        ? { ...attract, place: { at: 'staff', room: 'panel' } }
        : state;
    case 'clean':
      return room === 'panel' ? { ...attract, place: { at: 'cleaning' } } : state;
    case 'farewell':
      return room === 'panel' ? { ...attract, place: { at: 'staff', room: event.room } } : state;
    default:
      return state;
  }
}

/** At most this many places are remembered: a visit that lasts all day must not grow. */
const LONGEST_TRAIL = 32;
const keep = (trail: VisitPlace[]): VisitPlace[] => trail.slice(-LONGEST_TRAIL);

function go({ place, trail }: VisitState, to: VisitPlace): VisitState {
  const left: VisitPlace = isVisited(place) ? place : { at: 'home' };
  // The list is found again at the word that was chosen on it.
  const before =
    left.at === 'glossary' && isList(left) && to.at === 'glossary' && to.term !== undefined
      ? { ...left, top: to.term }
      : left;
  return { place: to, trail: keep([...trail, before]), asking: false };
}
