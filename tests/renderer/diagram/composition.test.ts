import { describe, expect, it } from 'vitest';
import { asideOf, compose, type Composed } from '../../../src-renderer/diagram/composition.ts';

/** The stage of a step on 21.5″: 4 px in a millimetre. */
const step: Composed = {
  stage: { width: 1260, height: 1080 },
  picture: [1280, 1152],
  unit: 4,
  insets: { top: 12, bottom: 64, cramped: 66 },
  whole: false,
  sides: true,
  isThing: false,
  aside: 0,
  sidePlace: undefined,
  panel: { isNarrow: false, isSmall: false, isPortrait: false },
  isRtl: false,
};

describe('a picture on the stage', () => {
  it('stands in the middle, and aside for names that are all of one side', () => {
    const where = (...named: number[]): number => asideOf(step, named);
    expect(where()).toBe(0);
    expect(where(200, 1000)).toBe(0);
    expect(where(640)).toBe(0);
    expect(where(200, 300)).toBeGreaterThan(50);
    expect(where(1000)).toBeLessThan(-50);
    expect(asideOf({ ...step, sidePlace: 'left' }, [1000])).toBeGreaterThan(50);
    const { x, scale } = compose({ ...step, aside: 40 }).placement;
    expect(x + (1280 * scale) / 2).toBeCloseTo(630 + 40);
  });

  it('shows a whole figure from head to foot, above what stands on the stage', () => {
    const { placement } = compose({ ...step, whole: true });
    expect(placement.y).toBe(16);
    expect(placement.y + 1152 * placement.scale).toBeCloseTo(1080 - 39 * 4);
    const standing = compose({
      ...step,
      whole: true,
      panel: { isNarrow: false, isSmall: false, isPortrait: true },
    });
    expect(standing.placement.y + 1152 * standing.placement.scale).toBeCloseTo(1080 - 42 * 4);
    expect(compose({ ...step, whole: true, sides: false }).placement).toEqual(placement);
    const things = compose({ ...step, whole: true, sides: false, isThing: true });
    expect(things.placement.scale).toBeLessThan(placement.scale);
  });

  it('stands whole above the ways of a low stage', () => {
    const low = compose({ ...step, stage: { width: 1080, height: 700 } });
    expect(low.placement.y + 1152 * low.placement.scale).toBeCloseTo(700 - (64 - 16.5 + 5.5) * 4);
    expect(compose(step).placement.y + 1152 * compose(step).placement.scale).toBeGreaterThan(1080 - 64 * 4);
  });
});

describe('the place of names', () => {
  it('ends above what stands at the foot, and begins below the question where a line begins', () => {
    const home: Composed = {
      ...step,
      whole: true,
      insets: { top: 14, startTop: 70, bottom: 64, cramped: 66 },
    };
    expect(compose(home).area).toMatchObject({ top: { left: 280, right: 56 }, bottom: 1080 - 260 });
    expect(compose({ ...home, isRtl: true }).area.top).toEqual({ left: 56, right: 280 });
    const narrow = { isNarrow: true, isSmall: true, isPortrait: false };
    expect(compose({ ...step, panel: narrow }).area).toMatchObject({
      top: { left: 48, right: 48 },
      bottom: 1080 - 268,
    });
  });

  it('is all on one side where only one side of the patient is in the picture', () => {
    expect(compose({ ...step, sidePlace: 'left' }).area.middle).toBe(1260);
    expect(compose({ ...step, sidePlace: 'right' }).area.middle).toBe(0);
  });
});
