import { readDiagrams } from '../../../src-main/content/diagrams.ts';
import { layOver } from '../../../src-main/content/files.ts';
import { readLayer } from '../../../src-main/content/layer.ts';
import type { Fault } from '../../../src-main/faults.ts';
import type { Content } from './choice.ts';
import type { Subject } from './plan.ts';

export interface BakedContent extends Content {
  /** What can be drawn, by id. */
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly faults: readonly Fault[];
}

/**
 * A content folder as the kiosk reads it. What is wrong with it, `npm run check:content` tells; what can be drawn in spite of
 * that is drawn.
 */
export async function readContent(folder: string): Promise<BakedContent> {
  const files = layOver([await readLayer(folder, '')]);
  const { diagrams, shapes, fingerprints, faults } = readDiagrams(files, undefined);
  const subjects = [...shapes].flatMap(([id, own]): [string, Subject][] => {
    const [diagram, of] = [diagrams.get(id), fingerprints.get(id)];
    return diagram && of !== undefined ? [[id, { diagram, shapes: own, of }]] : [];
  });
  return {
    diagrams: [...diagrams.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    home: files.all('home')[0]?.value,
    tours: files
      .all('tour')
      .flatMap(({ value }) => value ?? [])
      .sort((a, b) => a.order - b.order),
    subjects: new Map(subjects),
    faults: [...files.faults, ...faults],
  };
}
