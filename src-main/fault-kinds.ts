import { diagramFaults } from './fault-kinds/diagrams.ts';
import { fileFaults } from './fault-kinds/files.ts';
import { kioskFaults } from './fault-kinds/kiosk.ts';
import { packFaults } from './fault-kinds/packs.ts';
import { tourFaults } from './fault-kinds/tours.ts';

export type { FaultKind, Severity } from './fault-kinds/kind.ts';

/** Every fault of content, packs and settings. Names are stable. */
export const faultKinds = {
  ...fileFaults,
  ...tourFaults,
  ...diagramFaults,
  ...packFaults,
  ...kioskFaults,
} as const;
