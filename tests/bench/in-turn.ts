import type { Browser } from '../../src-main/browser/find-browser.ts';
import { openBrowser, type OpenPage } from './browser.ts';
import { waitForQuiet } from './machine.ts';
import type { BenchOptions } from './options.ts';

export interface Turns<Column extends string> extends Pick<BenchOptions, 'repeat' | 'quiet'> {
  /** What is measured, for those who wait. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly browser: Browser;
  /** Switches of the browser beside the usual ones. */
  readonly switches: readonly string[];
  readonly say: (line: string) => void;
}

/**
 * Measures columns in turn, round after round, so that a slow drift of the machine hits all alike; each time in a browser and a
 * page of its own.
 */
export async function inTurn<Column extends string>(
  { name, columns, browser, switches, repeat, quiet, say }: Turns<Column>,
  measure: (column: Column, open: OpenPage) => Promise<void>,
): Promise<void> {
  for (let round = 1; round <= repeat; round++) {
    for (const column of columns) {
      await waitForQuiet(quiet);
      say(`${name}, round ${round}: ${column}`);
      const running = await openBrowser(browser, switches);
      try {
        const open = await running.open();
        await measure(column, open);
        await open.close();
      } finally {
        await running.close();
      }
    }
  }
}
