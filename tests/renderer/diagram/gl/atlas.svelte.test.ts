/** The engine in a real browser: what it draws, and what it leaves behind. */
import { afterEach, describe, expect, it } from 'vitest';
import { Atlas, type PictureSize } from '../../../../src-renderer/diagram/gl/atlas.ts';
import type { Look, Model } from '../../../../src-renderer/diagram/model/model.ts';
import { ball, figure, FRONT, lookOf, modelOf, sheet } from './models.ts';

const SIZE: PictureSize = { width: 320, height: 320, antialias: false };
const WORKING = lookOf({ numbers: { parameters: { tilt: 14 }, activation: { 'muscle.left': 1 } } });

const open: Atlas[] = [];
afterEach(() => open.splice(0).forEach((atlas) => atlas.dispose()));

function engine(): { atlas: Atlas; canvas: OffscreenCanvas } {
  const canvas = new OffscreenCanvas(8, 8);
  const atlas = new Atlas(canvas);
  open.push(atlas);
  return { atlas, canvas };
}

/** Red, green, blue, alpha of a picture, row by row from the top. */
function pixels(canvas: OffscreenCanvas): Uint8ClampedArray {
  const flat = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
  flat.drawImage(canvas, 0, 0);
  return flat.getImageData(0, 0, canvas.width, canvas.height).data;
}

function drawn(model: Model, look: Look, size = SIZE): Uint8ClampedArray {
  const { atlas, canvas } = engine();
  atlas.draw(atlas.load(model), look, size);
  return pixels(canvas);
}

const alphaAt = (data: Uint8ClampedArray, x: number, y: number): number =>
  data[(y * SIZE.width + x) * 4 + 3]!;
const tonesAt = (data: Uint8ClampedArray, x: number, y: number): number[] => [
  ...data.slice((y * SIZE.width + x) * 4, (y * SIZE.width + x) * 4 + 3),
];
const covered = (data: Uint8ClampedArray): number =>
  data.filter((value, k) => k % 4 === 3 && value > 128).length;
const share = (data: Uint8ClampedArray): number => covered(data) / (data.length / 4);

describe('the picture', () => {
  it('shows the figure and leaves the stage clear', () => {
    const picture = drawn(figure(), lookOf());
    expect(share(picture)).toBeGreaterThan(0.2);
    expect(share(picture)).toBeLessThan(0.6);
    expect(alphaAt(picture, 0, 0)).toBe(0);
    expect(alphaAt(picture, 160, 80)).toBe(255);
  });

  it('is the same for the same look, and another for another', () => {
    const { atlas, canvas } = engine();
    const drawable = atlas.load(figure());
    atlas.draw(drawable, WORKING, SIZE);
    const first = pixels(canvas);
    atlas.draw(drawable, lookOf(), SIZE);
    const other = pixels(canvas);
    atlas.draw(drawable, WORKING, SIZE);
    expect(pixels(canvas)).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('takes on the size and can be anti-aliased', () => {
    const edges = (antialias: boolean): number =>
      drawn(figure(), lookOf(), { width: 200, height: 120, antialias }).filter(
        (value, k) => k % 4 === 3 && value > 10 && value < 245,
      ).length;
    expect(edges(true)).toBeGreaterThan(edges(false) + 100);
  });

  it('lights a muscle that works, and marks it by more than its colour', () => {
    const [rest, work] = [
      drawn(figure(), lookOf()),
      drawn(figure(), { ...lookOf(), numbers: { ...WORKING.numbers, parameters: {} } }),
    ];
    expect(tonesAt(work, 208, 200)[0]).toBeGreaterThan(tonesAt(rest, 208, 200)[0]! + 25);
    // along its fibres light marks come and go, which they do not at rest
    const marks = (picture: Uint8ClampedArray): number => {
      let count = 0;
      for (let x = 190; x < 226; x++) {
        for (let y = 150; y < 230; y++) {
          if (tonesAt(picture, x, y)[2]! > tonesAt(picture, x, y - 1)[2]! + 15) count++;
        }
      }
      return count;
    };
    expect(marks(work)).toBeGreaterThan(marks(rest) + 20);
    // the other one steps back
    expect(tonesAt(work, 112, 200)[0]).toBeLessThan(tonesAt(rest, 112, 200)[0]!);
  });

  it('leaves out parts and layers, and lets shapes fade in', () => {
    const model = modelOf(
      ['a'],
      [{ ...sheet({ material: 'bone', part: 1 }, [-4, 4], [-4, 4], 0), layer: 'bone', appears: 'touch' }],
    );
    const touched = (touch: number, rest: Partial<Look> = {}): number =>
      alphaAt(
        drawn(model, lookOf({ numbers: { parameters: { touch }, activation: {} }, ...rest })),
        160,
        160,
      );
    expect(touched(1)).toBe(255);
    expect(touched(0.5)).toBeGreaterThan(110);
    expect(touched(0.5)).toBeLessThan(145);
    expect(touched(0)).toBe(0);
    expect(touched(1, { hidden: ['bone'] })).toBe(0);
    expect(touched(1, { without: ['a'] })).toBe(0);
  });

  it('sends a light along what has a signal, from its beginning to its end', () => {
    const line = sheet({ material: 'nerve' }, [-2, 2], [-8, 8], 0);
    const model = modelOf([], [{ ...line, signal: 'impulse' }]);
    const dark = drawn(modelOf([], [line]), lookOf());
    /** How much lighter than without a signal: low, in the middle, high. */
    const lightAt = (impulse: number): boolean[] => {
      const picture = drawn(model, lookOf({ numbers: { parameters: { impulse }, activation: {} } }));
      return [255, 160, 65].map((y) => tonesAt(picture, 160, y)[2]! > tonesAt(dark, 160, y)[2]! + 40);
    };
    expect(lightAt(0)).toEqual([false, false, false]);
    expect(lightAt(0.13)).toEqual([true, false, false]);
    expect(lightAt(0.48)).toEqual([false, true, false]);
    expect(lightAt(0.68)).toEqual([false, false, true]);
    expect(lightAt(1)).toEqual([false, false, false]);
  });

  it('opens windows in the skin', () => {
    const opened = { ...sheet({ material: 'skin' }, [-4, 4], [-4, 4], 0), forms: [] };
    for (let k = 0; k < opened.uvs.length; k += 4) opened.uvs.set([-2, 1000, -2], k);
    const model = modelOf([], [opened], { windows: ['throat', 'nape', 'back'] });
    const alpha = (windows: readonly number[]): number =>
      alphaAt(drawn(model, lookOf({ windows })), 160, 160);
    expect(alpha([0, 0])).toBe(255);
    expect(alpha([0, 1])).toBe(255);
    expect(alpha([1, 0])).toBeLessThan(10);
    expect(alpha([0, 0, 1])).toBeLessThan(10);
    expect(alpha([0.5, 0])).toBeGreaterThan(80);
    expect(alpha([0.5, 0])).toBeLessThan(180);
  });

  it('sinks away at its sides', () => {
    const model = modelOf([], [sheet({ material: 'bone' }, [-30, 30], [-10, 10], 0)], {
      fade: { sides: [0, 0.25] },
    });
    const picture = drawn(model, lookOf());
    expect(alphaAt(picture, 160, 160)).toBe(255);
    for (const x of [40, 279]) {
      expect(alphaAt(picture, x, 160)).toBeGreaterThan(100);
      expect(alphaAt(picture, x, 160)).toBeLessThan(155);
    }
    expect(alphaAt(picture, 0, 160)).toBeLessThan(5);
  });

  it('sinks away at one side earlier than at the other', () => {
    const model = modelOf([], [sheet({ material: 'bone' }, [-30, 30], [-10, 10], 0)], {
      fade: { sides: [0, 0.1], right: [0, 0.5] },
    });
    const picture = drawn(model, lookOf());
    for (const x of [40, 150]) expect(alphaAt(picture, x, 160)).toBeGreaterThan(240);
    expect(alphaAt(picture, 239, 160)).toBeGreaterThan(100);
    expect(alphaAt(picture, 239, 160)).toBeLessThan(155);
    expect(alphaAt(picture, 0, 160)).toBeLessThan(5);
    expect(alphaAt(picture, 319, 160)).toBeLessThan(5);
  });

  it('sinks away at its foot', () => {
    const model = modelOf([], [sheet({ material: 'bone' }, [-9, 9], [-10, 10], 0)], {
      fade: { foot: [0.5, 0.9] },
    });
    const picture = drawn(model, lookOf());
    expect(alphaAt(picture, 160, 100)).toBe(255);
    expect(alphaAt(picture, 160, 224)).toBeGreaterThan(100);
    expect(alphaAt(picture, 160, 224)).toBeLessThan(155);
    expect(alphaAt(picture, 160, 300)).toBe(0);
  });

  it('takes on forms as far as their parameter calls for', () => {
    const plain = sheet({ material: 'bone', part: 1 }, [-1, 1], [-1, 1], 0);
    const moved = new Float32Array((plain.positions.length / 4) * 6).map((_, k) => (k % 6 === 0 ? 5 : 0));
    const model = modelOf(['a'], [{ ...plain, forms: [undefined, moved] }], {
      forms: [
        { id: 'other', parameter: 'other', from: 0, at: 1 },
        { id: 'aside', parameter: 'aside', from: 0, at: 1 },
      ],
    });
    const at = (aside: number, x: number): number =>
      alphaAt(drawn(model, lookOf({ numbers: { parameters: { aside }, activation: {} } })), x, 160);
    expect([at(0, 160), at(0, 240), at(0, 200)]).toEqual([255, 0, 0]);
    expect([at(1, 160), at(1, 240), at(1, 200)]).toEqual([0, 255, 0]);
    expect([at(0.5, 160), at(0.5, 240), at(0.5, 200)]).toEqual([0, 0, 255]);
  });

  it('of a mirrored pose seen from the other side is the mirror image', () => {
    const ids = (tilt: number, orbit: number): (string | undefined)[] => {
      const { atlas } = engine();
      const look = lookOf({ numbers: { parameters: { tilt }, activation: {} }, eye: { ...FRONT, orbit } });
      const drawable = atlas.load(figure());
      const step = orbit > 0 ? 1 : -1;
      return Array.from({ length: 900 }, (_, k) => {
        const [x, y] = [((k % 30) + 0.5) * (320 / 30), (Math.floor(k / 30) + 0.5) * (320 / 30)];
        return atlas.partAt(drawable, look, SIZE, step > 0 ? x : 320 - x, y);
      });
    };
    const mirrored: Record<string, string> = { 'muscle.left': 'muscle.right', 'muscle.right': 'muscle.left' };
    const [one, other] = [ids(15, 25), ids(-15, -25)];
    const differ = one.filter(
      (part, k) => part !== 'nerve' && other[k] !== 'nerve' && (mirrored[part ?? ''] ?? part) !== other[k],
    );
    expect(one.filter(Boolean).length).toBeGreaterThan(250);
    expect(differ.length).toBeLessThan(10);
  });

  it('shows the chosen part brighter than the others, and the resting pose behind the present one', () => {
    const rest = drawn(figure(), lookOf());
    const chosen = drawn(figure(), lookOf({ selected: 'muscle.right' }));
    expect(tonesAt(chosen, 112, 200)[0]).toBeGreaterThan(tonesAt(rest, 112, 200)[0]!);
    expect(tonesAt(chosen, 208, 200)[0]).toBeLessThan(tonesAt(rest, 208, 200)[0]!);
    const tilted = lookOf({ numbers: { parameters: { tilt: 40 }, activation: {} } });
    expect(alphaAt(drawn(figure(), tilted), 205, 62)).toBe(0);
    expect(alphaAt(drawn(figure(), { ...tilted, ghost: 1 }), 205, 62)).toBeGreaterThan(5);
  });
});

describe('parts in the picture', () => {
  const label = (x: number, y: number, z: number) => ({
    point: [x, y, z] as const,
    follows: 0,
    joint: -1,
    forms: [],
  });
  const sheets = modelOf(
    ['front', 'back', 'region', 'under'],
    [
      sheet({ material: 'muscle', part: 1 }, [-6, 0], [-6, 6], 2),
      sheet({ material: 'muscle', part: 2 }, [-4, 6], [-4, 4], -2),
      sheet({ material: 'muscle', part: 4 }, [-5, -3], [-2, 2], -1),
    ],
    {
      labels: {
        front: label(-3, 0, 2),
        back: label(-2, 0, -2),
        region: label(-2, 2, 2.1),
        under: label(-4, 0, -1),
      },
    },
  );

  it('are found where the eye sees them', () => {
    const { atlas } = engine();
    const anchors = atlas.anchors(atlas.load(sheets), lookOf(), SIZE, sheets.parts);
    expect(anchors['front']).toEqual([expect.closeTo(112, -1), expect.closeTo(160, -1), 'seen']);
    // its ideal place is covered: it moves to where the part comes out from under the other
    expect(anchors['back']?.[2]).toBe('seen');
    expect(anchors['back']?.[0]).toBeGreaterThan(161);
    expect(anchors['back']?.[0]).toBeLessThan(175);
    expect(anchors['region']?.[2]).toBe('seen');
    expect(anchors['under']).toEqual([expect.closeTo(96, -1), expect.closeTo(160, -1), 'hidden']);
  });

  it('are hidden from behind, and the other way round', () => {
    const { atlas } = engine();
    const drawable = atlas.load(
      modelOf(
        ['near', 'far'],
        [
          ball({ material: 'bone', part: 1 }, [0, 0, 4], 3),
          ball({ material: 'bone', part: 2 }, [0, 0, -4], 2),
        ],
        {
          labels: { near: label(0, 0, 7), far: label(0, 0, -6) },
        },
      ),
    );
    const seen = (orbit: number): string[] =>
      Object.values(atlas.anchors(drawable, lookOf({ eye: { ...FRONT, orbit } }), SIZE, ['near', 'far'])).map(
        ([, , how]) => how,
      );
    expect(seen(0)).toEqual(['seen', 'hidden']);
    expect(seen(180)).toEqual(['seen', 'seen']);
  });

  it('answer to a finger', () => {
    const { atlas } = engine();
    const drawable = atlas.load(sheets);
    const at = (x: number, y: number, rest: Partial<Look> = {}) =>
      atlas.partAt(drawable, lookOf(rest), SIZE, x, y);
    expect(at(112, 160)).toBe('front');
    expect(at(200, 160)).toBe('back');
    expect(at(10, 10)).toBeUndefined();
    // a finger that just misses still means the part
    expect(at(258, 160)).toBe('back');
    expect(at(264, 160)).toBeUndefined();
    expect(at(112, 160, { without: ['front'] })).toBe('back');
  });

  it('that lie under whole skin are neither seen nor touched', () => {
    const skin = sheet({ material: 'skin' }, [-8, 8], [-8, 8], 0);
    for (let k = 0; k < skin.uvs.length; k += 4) skin.uvs.set([-2, 1000, 1000], k);
    // a belly that would pierce the skin
    const muscle = sheet({ material: 'muscle', part: 1 }, [-4, 4], [-4, 4], 0.2);
    const model = modelOf(['muscle'], [skin, muscle], { windows: ['throat'] });
    const { atlas } = engine();
    const drawable = atlas.load(model);
    const at = (window: number) => atlas.partAt(drawable, lookOf({ windows: [window] }), SIZE, 160, 160);
    expect(at(1)).toBe('muscle');
    expect(at(0)).toBeUndefined();
    expect(tonesAt(drawn(model, lookOf({ windows: [0] })), 160, 160)).toEqual(
      tonesAt(drawn(modelOf([], [skin]), lookOf()), 160, 160),
    );
  });

  it('that are laid on a surface are touched as they are drawn: the later over the earlier, however thick that is', () => {
    const laid = (part: number, z: number) =>
      sheet({ material: 'muscle', laid: true, part }, [-4, 4], [-4, 4], z);
    const skin = sheet({ material: 'skin' }, [-8, 8], [-8, 8], 0);
    const { atlas } = engine();
    const touched = (...heights: readonly [number, number]) => {
      const model = modelOf(['earlier', 'later'], [skin, laid(1, heights[0]), laid(2, heights[1])]);
      return atlas.partAt(atlas.load(model), lookOf(), SIZE, 160, 160);
    };
    expect(touched(0.1, 0.2)).toBe('later');
    expect(touched(0.2, 0.1)).toBe('later');
    // what lies under the skin is not laid upon it
    expect(touched(0.1, -1)).toBe('earlier');
  });

  it('make a map of touch', () => {
    const { atlas } = engine();
    const { columns, rows, names, runs } = atlas.touchMap(atlas.load(sheets), lookOf(), SIZE, 32, 32);
    expect([columns, rows]).toEqual([32, 32]);
    expect(names).toEqual(['front', 'back']);
    expect(runs.reduce((sum, [, length]) => sum + length, 0)).toBe(1024);
    const cells = runs.flatMap(([name, length]) => Array.from({ length }, () => name));
    expect(cells[16 * 32 + 11]).toBe(0);
    expect(cells[16 * 32 + 20]).toBe(1);
    expect(cells[0]).toBe(-1);
  });
});

describe('the graphics side', () => {
  /** Counts what is made and not deleted. */
  function counted(): { live: () => number; restore: () => void } {
    const prototype = WebGL2RenderingContext.prototype as unknown as Record<
      string,
      (...args: unknown[]) => unknown
    >;
    const kinds = ['Buffer', 'VertexArray', 'Texture', 'Framebuffer', 'Renderbuffer', 'Program', 'Shader'];
    const originals = new Map<string, (...args: unknown[]) => unknown>();
    let live = 0;
    for (const kind of kinds) {
      for (const [verb, by] of [
        ['create', 1],
        ['delete', -1],
      ] as const) {
        const name = verb + kind;
        const original = prototype[name]!;
        originals.set(name, original);
        prototype[name] = function (this: unknown, ...args: unknown[]) {
          live += by;
          return original.apply(this, args);
        };
      }
    }
    return {
      live: () => live,
      restore: () => originals.forEach((original, name) => (prototype[name] = original)),
    };
  }

  it('holds no more after fifty models than after one, and nothing at the end', () => {
    const count = counted();
    try {
      const { atlas } = engine();
      const draw = (): void => {
        const drawable = atlas.load(figure());
        atlas.draw(drawable, { ...WORKING, ghost: 0.5 }, SIZE);
        atlas.partAt(drawable, WORKING, SIZE, 10, 10);
        atlas.release(drawable);
      };
      draw();
      const before = count.live();
      for (let k = 0; k < 50; k++) draw();
      expect(count.live()).toBe(before);
      atlas.draw(atlas.load(figure()), lookOf(), { ...SIZE, width: 100, antialias: true });
      atlas.dispose();
      expect(count.live()).toBe(0);
    } finally {
      count.restore();
    }
  });

  it('comes back after it was lost', async () => {
    const { atlas, canvas } = engine();
    const drawable = atlas.load(figure());
    atlas.draw(drawable, WORKING, SIZE);
    const before = pixels(canvas);
    const breaker = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    const lost = new Promise<void>((resolve) => (atlas.onLost = resolve));
    breaker.loseContext();
    await lost;
    // only after the event has been handled may it come back
    await new Promise((resolve) => setTimeout(resolve));
    expect(atlas.lost).toBe(true);
    expect(() => atlas.draw(drawable, WORKING, SIZE)).not.toThrow();
    expect(atlas.anchors(drawable, WORKING, SIZE, ['head'])).toEqual({});
    const restored = new Promise<void>((resolve) => (atlas.onRestored = resolve));
    breaker.restoreContext();
    await restored;
    atlas.draw(drawable, WORKING, SIZE);
    expect(pixels(canvas)).toEqual(before);
    expect(atlas.partAt(drawable, WORKING, SIZE, 130, 80)).toBe('head');
  });

  it('refuses a model that was released', () => {
    const { atlas } = engine();
    const drawable = atlas.load(figure());
    atlas.release(drawable);
    expect(() => atlas.draw(drawable, lookOf(), SIZE)).toThrow(/released/);
  });
});
