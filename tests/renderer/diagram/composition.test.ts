import { describe, expect, it } from 'vitest';
import { compose, type Composed } from '../../../src-renderer/diagram/composition.ts';

/** The stage of a step on 21.5″: 4 px in a millimetre. */
const step: Composed = {
  stage: { width: 1260, height: 1080 },
  picture: [1280, 1152],
  unit: 4,
  insets: { top: 12, bottom: 64, cramped: 66 },
  whole: false,
  sides: true,
  turnable: false,
  named: [],
  sidePlace: undefined,
  panel: { isNarrow: false, isSmall: false, isPortrait: false },
  isRtl: false,
};
const middleOfPicture = ({ stage, ...rest }: Composed): number => {
  const { x, scale } = compose({ stage, ...rest }).placement;
  return x + (rest.picture[0] * scale) / 2 - stage.width / 2;
};

describe('a picture on the stage', () => {
  it('stands in the middle, and aside for names that are all of one side', () => {
    expect(middleOfPicture(step)).toBeCloseTo(0);
    expect(middleOfPicture({ ...step, named: [200, 1000] })).toBeCloseTo(0);
    expect(middleOfPicture({ ...step, named: [640] })).toBeCloseTo(0);
    expect(middleOfPicture({ ...step, named: [200, 300] })).toBeGreaterThan(50);
    expect(middleOfPicture({ ...step, named: [1000] })).toBeLessThan(-50);
    expect(middleOfPicture({ ...step, sidePlace: 'left', named: [1000] })).toBeGreaterThan(50);
  });

  it('stays where it is under a finger', () => {
    expect(middleOfPicture({ ...step, named: [200], turnable: true })).toBeCloseTo(0);
  });

  it('shows a whole figure from head to foot, above the controls that stand on the stage', () => {
    const { placement } = compose({ ...step, whole: true });
    expect(placement.y).toBe(16);
    expect(placement.y + 1152 * placement.scale).toBeCloseTo(1080 - 39 * 4);
    const standing = compose({
      ...step,
      whole: true,
      panel: { isNarrow: false, isSmall: false, isPortrait: true },
    });
    expect(standing.placement.y + 1152 * standing.placement.scale).toBeCloseTo(1080 - 8 * 4);
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
    expect(compose(home).area).toMatchObject({ top: { left: 280, right: 56 }, bottom: 1080 - 256 });
    expect(compose({ ...home, isRtl: true }).area.top).toEqual({ left: 56, right: 280 });
    const narrow = { isNarrow: true, isSmall: true, isPortrait: false };
    expect(compose({ ...step, panel: narrow }).area).toMatchObject({
      top: { left: 24 * 4, right: 48 },
      bottom: 1080 - 264,
    });
  });

  it('is all on one side where only one side of the patient is in the picture', () => {
    expect(compose({ ...step, sidePlace: 'left' }).area.middle).toBe(1260);
    expect(compose({ ...step, sidePlace: 'right' }).area.middle).toBe(0);
  });

  it('names the middle of a figure at the end of a line', () => {
    expect(compose({ ...step, whole: true }).area.middle).toBeLessThan(630);
    expect(compose({ ...step, whole: true, isRtl: true }).area.middle).toBeGreaterThan(630);
  });
});
