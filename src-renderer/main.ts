/** The page comes after the calm screen, which whoever touches the glass at once is answered by: neither is kept waiting by its script. */
import { firstFrame } from './kiosk/first-frame.ts';
import { stayHere } from './kiosk/stay.ts';
import { browserClock } from './session/clock.ts';

stayHere(window);
void firstFrame(browserClock).then(async () => {
  const { font } = getComputedStyle(document.body);
  const latin = document.fonts.load(font).catch(() => undefined);
  const { start } = await import('./start.ts');
  start(latin);
});
