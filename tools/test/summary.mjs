/** @typedef {import('./run-stages.mjs').Result} Result */

/**
 * What ran, a line each; what failed, by name, since the end of a long log is what is read; the last line counts everything.
 * @param {Result[]} results
 */
export function summary(results) {
  const widest = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, seconds, ...count }) => {
    const mark = count.failed ? '✗' : '✓';
    return `${mark} ${name.padEnd(widest)}  ${inWords(count)}  (${seconds} s)`;
  });
  const failures = results.flatMap(({ name, failures = [] }) => failures.map((what) => `✗ ${name}: ${what}`));
  return ['', ...lines, '', ...(failures.length > 0 ? [...failures, ''] : []), inWords(total(results))].join(
    '\n',
  );
}

/** Zero only when nothing failed and the runners ran at least one test. @param {Result[]} results */
export function exitCodeOf(results) {
  const ran = total(results.filter(({ isRunner }) => isRunner));
  return total(results).failed === 0 && ran.passed > 0 ? 0 : 1;
}

function total(results) {
  const sum = (key) => results.reduce((all, result) => all + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
