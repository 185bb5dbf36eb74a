import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../../src-main/contract/api.ts';
import {
  formOf,
  formsOf,
  formsWith,
  hasOtherSide,
  twinOf,
  viewOf,
} from '../../../src-renderer/consult/forms.ts';

const view = (orbit: number, side?: 'left') => ({
  orbit,
  elevation: 0,
  centre: [0, 0, 0] as [number, number, number],
  height: 40,
  without: [],
  ...(side && { side }),
});
const pose = (parameters: Record<string, number>, activation: Record<string, number> = {}) => ({
  parameters,
  activation,
  working: Object.keys(activation).filter((part) => activation[part]! >= 0.1),
});
const motion = (from: string, to: string, by: string) => ({
  view: by,
  poses: [from, to],
  stepMs: 1000,
  holdMs: 0,
  returns: true,
  modifiers: [],
  frames: 1,
});
const part = { layer: 'muscle' as const };

const diagram = {
  parts: {
    'a.left': part,
    'a.right': part,
    b: part,
    'limb.left': part,
    'limb.right': part,
    lamp: { ...part, appears: 'night' },
  },
  parameters: {
    turn: { least: -60, most: 60, sided: true },
    nod: { least: 0, most: 1, sided: false },
    'raise-left': { least: 0, most: 9, sided: false },
    'raise-right': { least: 0, most: 9, sided: false },
    kick: { least: 0, most: 1, sided: false },
    night: { least: 0, most: 1, sided: false },
  },
  poses: {
    rest: pose({}),
    'turn-right': pose({ turn: 30, nod: 1 }, { 'a.left': 1, b: 0.05 }),
    'turn-left': pose({ turn: -30, nod: 1 }, { 'a.right': 1, b: 0.05 }),
    bow: pose({ nod: 1 }, { 'a.left': 1, 'a.right': 1 }),
    raise: pose({ 'raise-right': 5 }, { 'limb.right': 1 }),
    kick: pose({ kick: 1 }, { 'limb.right': 1 }),
    tense: pose({}, { 'limb.right': 1 }),
    dark: pose({ night: 1 }),
  },
  views: { front: view(0), left: view(40), right: view(-40), near: view(90, 'left') },
  motions: { turn: motion('rest', 'turn-right', 'left'), bow: motion('turn-right', 'bow', 'near') },
} satisfies Pick<Diagram, 'parts' | 'parameters' | 'poses' | 'views' | 'motions'>;

const names = {
  rest: 'At rest',
  'turn-right': 'Turn to the right',
  'turn-left': 'Turn to the left',
  bow: 'Bow',
  raise: 'Raise',
  dark: 'Dark',
};

describe('the forms of a diagram', () => {
  it('are its named poses, of two sides the first', () => {
    expect(formsOf(diagram, names)).toEqual(['rest', 'turn-right', 'bow', 'raise', 'dark']);
    expect(formsOf(diagram, { 'turn-left': 'Only this side' })).toEqual(['turn-left']);
  });

  it('have another side where left and right differ, unless a limb moves that is drawn once', () => {
    const sided = Object.keys(diagram.poses).filter((id) => hasOtherSide(diagram, id));
    expect(sided).toEqual(['turn-right', 'turn-left', 'raise', 'tense']);
    expect([twinOf(diagram, 'turn-right'), twinOf(diagram, 'raise')]).toEqual(['turn-left', undefined]);
  });

  it('take the name and the still of the other side where the diagram has it', () => {
    const other = formOf(diagram, names, { form: 'turn-right', other: true });
    expect(other).toMatchObject({ name: 'Turn to the left', isMirrored: false, pose: 'turn-left' });
    expect(other.numbers).toMatchObject({ parameters: { turn: -30, nod: 1 } });
    expect(other.working).toEqual(['a.right']);
  });

  it('are mirrored where it has not: sides change places, sided numbers change sign', () => {
    const other = formOf(diagram, names, { form: 'raise', other: true });
    expect(other).toMatchObject({ name: 'Raise', isMirrored: true, pose: 'rest', working: ['limb.left'] });
    expect(other.numbers).toEqual({ parameters: { 'raise-left': 5 }, activation: { 'limb.left': 1 } });
    // Asked for all the same, one without another side stays as it is.
    expect(formOf(diagram, names, { form: 'bow', other: true })).toMatchObject({ isMirrored: false });
  });

  it('begin at rest, or as the movement begins that leads to them', () => {
    const from = (form: string) => formOf(diagram, names, { form, other: false }).from.parameters;
    expect([from('turn-right'), from('bow'), from('raise')]).toEqual([{}, { turn: 30, nod: 1 }, {}]);
  });

  it('come by degrees, but not where another scene comes with them', () => {
    const isGradual = (form: string) => formOf(diagram, names, { form, other: false }).isGradual;
    expect(['rest', 'turn-right', 'dark'].map(isGradual)).toEqual([false, true, false]);
  });

  it('are found by a part that works in them, each side', () => {
    expect(formsWith(diagram, names, 'a.right')).toEqual([
      { form: 'turn-right', other: true },
      { form: 'bow', other: false },
    ]);
    expect(formsWith(diagram, names, 'b')).toEqual([]);
  });

  it('are seen as the movement that leads to them is, the other side from the other side', () => {
    const by = (form: string, other: boolean) => viewOf(diagram, { form, other });
    expect([by('turn-right', false), by('turn-right', true), by('raise', true)]).toEqual([
      'left',
      'right',
      undefined,
    ]);
  });

  it('are seen as the pose itself says, whatever movement leads to it', () => {
    const poses = { ...diagram.poses, 'turn-right': { ...diagram.poses['turn-right'], view: 'front' } };
    expect(viewOf({ ...diagram, poses }, { form: 'turn-right', other: false })).toBe('front');
  });
});
