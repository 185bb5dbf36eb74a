/** What eases the kiosk for one need, in one step: by a touch in the waiting room, or by a key from anywhere. */
import type { KeyAction } from '../../src-main/contract/settings.ts';
import { AS_AT_FIRST, type TextSize, type Wishes } from './comfort.svelte.ts';

/** By the name of the key that asks for it. */
export const AIDS = ['larger', 'dim', 'steady', 'low'] as const satisfies readonly KeyAction[];
export type Aid = (typeof AIDS)[number];

export const isAid = (action: KeyAction): action is Aid => AIDS.some((aid) => aid === action);

/** Large letters at once, then the largest; then as at first. */
const LARGER: Readonly<Record<TextSize, TextSize>> = { 100: 150, 125: 150, 150: 200, 200: 100 };

/** The one wish that an aid is. */
const WISHES = { larger: 'text', dim: 'theme', steady: 'touch', low: 'low' } as const satisfies Readonly<
  Record<Aid, keyof Wishes>
>;

const ASKED: Readonly<Record<Aid, (wishes: Wishes) => Partial<Wishes>>> = {
  larger: ({ text }) => ({ text: LARGER[text] }),
  dim: ({ theme }) => ({ theme: theme === 'dim' ? AS_AT_FIRST.theme : 'dim' }),
  steady: ({ touch }) => ({ touch: touch === 'steady' ? AS_AT_FIRST.touch : 'steady' }),
  low: ({ low }) => ({ low: !low }),
};

/** What asking for an aid changes; asking on takes it back. */
export const askFor = (aid: Aid, wishes: Wishes): Partial<Wishes> => ASKED[aid](wishes);

/** Whether a visitor has it. */
export const isOn = (aid: Aid, wishes: Wishes): boolean => wishes[WISHES[aid]] !== AS_AT_FIRST[WISHES[aid]];
