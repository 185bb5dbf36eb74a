/** The surfaces of a diagram by name, as each group sees them. */
import type { ServedGroup } from '../../../src-main/contract/api.ts';
import { placementOf, type Placement } from './placement.ts';
import { blendSurface } from './shapes/blend.ts';
import { LoftForm } from './shapes/loft-form.ts';
import { solidFrom, solidOf, type Solid } from './shapes/solid.ts';
import { seenFrom, type Surface } from './surface.ts';

interface Known {
  readonly placement: Placement;
  /** The joint that it follows, as authored. */
  readonly joint: string | undefined;
  readonly make: () => Surface;
  made?: Surface;
  /** Of a loft: its form, and its body. */
  readonly form: (() => LoftForm) | undefined;
  solid?: Solid;
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
          make: () =>
            shape.kind === 'loft'
              ? new LoftForm(shape).surface()
              : blendSurface(shape, (id) => this.solid(id, placement)),
          form: shape.kind === 'loft' ? () => new LoftForm(shape) : undefined,
        });
      }
    }
  }

  jointOf(id: string): string | undefined {
    return this.#known.get(id)?.joint;
  }

  /** The body of a loft; throws where there is none. */
  solid(id: string, seer: Placement): Solid {
    const known = this.#known.get(id);
    if (!known?.form) throw new Error(`there is no loft called ${id}`);
    known.solid ??= solidOf(known.form());
    return solidFrom(known.solid, known.placement, seer);
  }

  find(id: string, seer: Placement): Surface | undefined {
    const known = this.#known.get(id);
    if (!known) return undefined;
    known.made ??= known.make();
    return seenFrom(known.made, known.placement, seer);
  }
}
