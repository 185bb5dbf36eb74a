/** The page comes after the calm screen, which whoever touches the glass at once is answered by: neither is kept waiting by its script. */
import { firstFrame } from './kiosk/first-frame.ts';
import { browserClock } from './session/clock.ts';

void firstFrame(browserClock)
  .then(() => import('./start.ts'))
  .then(({ start }) => start());
