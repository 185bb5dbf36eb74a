/** The entry of what draws live: everything behind it is fetched only once the first screen can be touched. */
import type { ServedShapes } from '../../../src-main/contract/api.ts';
import type { Clock } from '../../session/clock.ts';
import type { Live } from '../drawing.svelte.ts';
import { Engine } from './engine.ts';
import { browserRepaint } from './frames.ts';
import { Show } from './show.ts';

/** @throws where there is no WebGL 2 */
export function openLive(clock: Clock, shapes: (diagram: string) => Promise<ServedShapes>): Live {
  const engine = new Engine({ clock, repaint: browserRepaint, shapes });
  return { engine, show: (host, on, beside) => new Show(engine, clock, host, on, beside) };
}
