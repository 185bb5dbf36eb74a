/** Prints, as JSON, which browser the kiosk would use on this machine. */
import { findBrowser } from '../../src-main/browser/find-browser.ts';
import { thisMachine } from '../../src-main/browser/machine.ts';

console.log(JSON.stringify(await findBrowser(thisMachine)));
