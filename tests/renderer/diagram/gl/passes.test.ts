/** The order of drawing, as far as it can be told without a graphics side. */
import { expect, it } from 'vitest';
import type { GpuBatch } from '../../../../src-renderer/diagram/gl/buffers.ts';
import { stepsOf, type Wish } from '../../../../src-renderer/diagram/gl/passes.ts';
import { NO_SIGNAL } from '../../../../src-renderer/diagram/gl/shaders/common.ts';
import { ball, sheet } from './models.ts';

const uploaded = (batch: GpuBatch['batch']): GpuBatch => {
  const none = { first: 0, count: 0 };
  const ranges = { whole: none, outline: none, shell: none, opening: none };
  return { batch, ranges, forms: [], parts: new Set([1]) } as unknown as GpuBatch;
};

const wish: Wish = {
  works: () => false,
  isChosen: () => false,
  open: false,
  covered: false,
  fade: () => 1,
  contact: 1,
  hard: 1,
  aside: [0, 0],
  falls: [0, 0],
  signal: () => NO_SIGNAL,
};

/** What the shadow of one of them is drawn with. */
function shadow(of: GpuBatch, light: Partial<Wish>): unknown {
  return stepsOf([skin, muscle, bone], { ...wish, ...light }).find(
    ({ gpu, pass }) => gpu === of && pass.name === 'shadow',
  )?.pass.uniforms;
}

const skin = uploaded(ball({ material: 'skin', part: 1 }, [0, 0, 0], 5));
const muscle = uploaded(sheet({ material: 'muscle', part: 1 }, [-1, 1], [-3, 3], 0));
const bone = uploaded(ball({ material: 'bone', part: 1 }, [0, 0, 0], 5));

it('lets the shadow of skin reach as far as the light says, and that of muscle as ever', () => {
  const reach = (contact: number, of: GpuBatch): unknown => shadow(of, { contact, aside: [0, 0] });
  expect(reach(1, skin)).toMatchObject({ uGrow: 0.8, uBack: 1.75, uDark: 0.42 });
  expect(reach(0.5, skin)).toMatchObject({ uGrow: 0.4, uBack: 0.875, uDark: 0.42 });
  expect(reach(0.5, muscle)).toEqual(reach(1, muscle));
});

it('lets the shadow of what is hard reach as far as the light says, and leaves out one that reaches nowhere', () => {
  expect(shadow(bone, { hard: 1 })).toMatchObject({ uGrow: 0.3, uBack: 0.44, uDark: 0.55 });
  expect(shadow(bone, { hard: 0.5 })).toMatchObject({ uGrow: 0.15, uBack: 0.22, uDark: 0.55 });
  expect(shadow(bone, { hard: 0 })).toBeUndefined();
  expect(shadow(skin, { contact: 0 })).toBeUndefined();
  expect(shadow(muscle, { hard: 0, contact: 0 })).toBeDefined();
});

it('lets the shadow of what is hard fall aside, to the right and down, and no other', () => {
  const aside = [0.2, 0.13] as const;
  expect(shadow(bone, { contact: 1, aside })).toMatchObject({ uAside: [0.2, -0.13, 0] });
  expect(shadow(muscle, { contact: 1, aside })).toMatchObject({ uAside: [0, 0, 0] });
  expect(shadow(skin, { contact: 1, aside })).toMatchObject({ uAside: [0, 0, 0] });
});

it('lets the shadow of skin fall aside on its own', () => {
  const falls = [0.3, 0.4] as const;
  expect(shadow(skin, { falls })).toMatchObject({ uAside: [0.3, -0.4, 0] });
  expect(shadow(muscle, { falls })).toMatchObject({ uAside: [0, 0, 0] });
  expect(shadow(bone, { falls })).toMatchObject({ uAside: [0, 0, 0] });
});

it('lets a working muscle glow through closed skin, but for those whose skin is lit itself', () => {
  const below = { ...muscle, batch: { ...muscle.batch, through: false as const } };
  const glowing = (covered: boolean): GpuBatch[] =>
    stepsOf([skin, muscle, below], { ...wish, works: () => true, covered })
      .filter(({ pass }) => pass.name === 'glow')
      .map(({ gpu }) => gpu);
  expect(glowing(true)).toEqual([muscle]);
  expect(glowing(false)).toEqual([muscle, below]);
});

it('draws once more, over the skin, what is seen through it, and nothing else', () => {
  const nerve = { ...bone, batch: { ...bone.batch, seen: 3 } };
  const steps = stepsOf([skin, muscle, bone, nerve], wish);
  const veiled = steps.filter(({ pass }) => pass.defines?.includes('VEILED'));
  expect(veiled.map(({ gpu }) => gpu)).toEqual([nerve]);
  expect(veiled[0]!.pass).toMatchObject({ blend: 'over', uniforms: { uLift: 3 } });
  expect(steps.indexOf(veiled[0]!)).toBeGreaterThan(steps.findIndex(({ pass }) => pass.name === 'skin'));
});
