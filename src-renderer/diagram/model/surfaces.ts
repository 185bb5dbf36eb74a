/** The surfaces of a diagram by name, as each group sees them. */
import type { ServedGroup } from '../../../src-main/contract/api.ts';
import { placementOf, type Placement } from './placement.ts';
import { blendSurface } from './shapes/blend.ts';
import { LoftForm } from './shapes/loft-form.ts';
import { seenFrom, type Surface } from './surface.ts';

interface Known {
  readonly placement: Placement;
  /** The joint that it follows, as authored. */
  readonly joint: string | undefined;
  readonly make: () => Surface;
  made?: Surface;
}

export class Surfaces {
  readonly #known = new Map<string, Known>();

  constructor(groups: readonly ServedGroup[]) {
    for (const group of groups) {
      const placement = placementOf(group);
      for (const shape of group.shapes) {
        if (shape.id === undefined || (shape.kind !== 'loft' && shape.kind !== 'blend')) continue;
        this.#known.set(shape.id, {
          placement,
          joint: group.joint ?? shape.joint,
          make: () => (shape.kind === 'loft' ? new LoftForm(shape).surface() : blendSurface(shape)),
        });
      }
    }
  }

  jointOf(id: string): string | undefined {
    return this.#known.get(id)?.joint;
  }

  find(id: string, seer: Placement): Surface | undefined {
    const known = this.#known.get(id);
    if (!known) return undefined;
    known.made ??= known.make();
    return seenFrom(known.made, known.placement, seer);
  }
}
