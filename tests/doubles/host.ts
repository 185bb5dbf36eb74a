import { vi, type Mocked } from 'vitest';
import type { HostCapabilities } from '../../src-main/contract/api.ts';
import type { Host } from '../../src-main/host.ts';

/** A host that remembers what the kiosk told it and asked of it. */
export const hostDouble = (capabilities: HostCapabilities = { kind: 'serve' }): Mocked<Host> => ({
  capabilities,
  pageIsReady: vi.fn(),
  pageBeats: vi.fn(),
  restart: vi.fn(),
  leave: vi.fn(),
  keepAwake: vi.fn(),
  turnPanel: vi.fn(() => Promise.resolve(undefined)),
  serveScreenReader: vi.fn(),
});
