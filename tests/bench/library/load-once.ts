/** A process of its own that reads a content folder once, cold, and tells its parent how long that took. */
import { systemClock } from '../../../src-main/clock.ts';
import { openContent } from '../../../src-main/content/content.ts';

export interface LoadedOnce {
  /** Milliseconds from asking for the content to its being ready to serve. The modules were there already. */
  readonly ms: number;
  readonly tours: number;
  readonly languages: number;
  readonly pictures: number;
  /** Faults that are more than a remark. */
  readonly errors: number;
}

const [builtInDir = ''] = process.argv.slice(2);
const started = performance.now();
const content = await openContent({
  builtInDir,
  overlays: [],
  clock: systemClock,
  onChange: () => undefined,
});
const ms = performance.now() - started;
const { tours, locales, pictures } = content.current;
const loaded: LoadedOnce = {
  ms,
  tours: tours.size,
  languages: locales.length,
  pictures: pictures.size,
  errors: content.faults.filter(({ severity }) => severity === 'error').length,
};
content.close();
process.send?.(loaded);
