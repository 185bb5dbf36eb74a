import { expect, it } from 'vitest';
import { adapted } from '../../../src-main/content/place-shared.ts';
import type { Shape } from '../../../src-main/contract/shape-kinds.ts';

const loft = (id: string) => ({ kind: 'loft', id, windows: {}, regions: [], flanks: [] }) as unknown as Shape;

it('gives a shared skin the openings, regions and flanks that are meant for it, whatever it is called', () => {
  const pair = (a: number, b: number): [number, number] => [a, b];
  const region = {
    part: 'jaw',
    pair: false,
    at: pair(0, 0),
    size: pair(1, 1),
    fades: pair(0.5, 1),
    label: false,
  };
  const use = {
    windows: { skin: { nape: { front: [], back: [] } } },
    regions: { skin: [region] },
    flanks: { skin: [{ at: pair(2, 3), size: pair(1, 1), rise: 0.3, slope: 0 }] },
  };
  const [skin, odd] = adapted([loft('skin'), loft('constructor')], use);
  expect(skin).toMatchObject({
    windows: use.windows.skin,
    regions: use.regions.skin,
    flanks: use.flanks.skin,
  });
  expect(odd).toEqual(loft('constructor'));
});
