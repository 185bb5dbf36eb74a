/**
 * Notices that this process is to end: by a signal, or because the npm that runs it is gone. What is running then
 * is ended first; a start that has nothing running ends at once.
 */
export function endWithParent(host = process) {
  const calls = new Set();
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    if (calls.size === 0) host.exit(0);
    for (const call of calls) call();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) host.on(signal, ask);

  // A killed npm says nothing to its scripts. Started by hand, a changed parent is no sign of anything.
  const parent = host.ppid;
  if (host.env.npm_lifecycle_event && host.platform !== 'win32') {
    setInterval(() => host.ppid !== parent && ask(), 2_000).unref();
  }
  return {
    get asked() {
      return asked;
    },
    /** Calls back when this process is to end. Returns the way to forget it. */
    onEnd(call) {
      calls.add(call);
      return () => calls.delete(call);
    },
  };
}
