/** The exit code of a host that has to be started again. */
export const RESTART = 11;

/** A host that lasted no longer than this was hardly there: the next start waits, ms. */
const HARDLY = 10_000;
const PAUSE = 2_000;

/**
 * Waits until a host has ended, and starts it again as often as it asks for that.
 * @param {import('./run-host.mjs').RunningHost} running
 * @param {() => import('./run-host.mjs').RunningHost} again
 * @returns {Promise<number>} the last exit code; 0 when this process was asked to end
 */
export async function keepRunning(running, again, { world, ending }) {
  for (;;) {
    const started = world.now();
    const forget = ending.onEnd(() => void running.end());
    const code = await running.ended;
    forget();
    if (ending.asked) return 0;
    if (code !== RESTART) return code;
    world.say('The host asked to be started again.');
    if (world.now() - started < HARDLY) await pause(world, ending);
    if (ending.asked) return 0;
    running = again();
  }
}

const pause = (world, ending) =>
  new Promise((resolve) => {
    const done = () => {
      forget();
      callOff();
      resolve();
    };
    const forget = ending.onEnd(done);
    const callOff = world.after(PAUSE, done);
  });
