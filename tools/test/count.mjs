import path from 'node:path';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [failures] what failed: the file, the test, and the first line of why
 */

/** What vitest's JSON report counts. A file that could not be loaded holds no tests and fails all the same.
 * @returns {Count} */
export function countVitest(report) {
  const failedIn = ({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed');
  const failures = report.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap((file) => {
      const tests = failedIn(file);
      return tests.length > 0
        ? tests.map(({ fullName, failureMessages: [why] = [] }) => failure(file.name, fullName, why))
        : [failure(file.name, 'the file itself', file.message)];
    });
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

/** What Playwright's JSON report counts. @returns {Count} */
export function countPlaywright({ stats, errors = [], suites = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures: [
      ...suites.flatMap((suite) => failuresIn(suite)),
      ...errors.map(({ message }) => failure('Playwright', 'outside of tests', message)),
    ],
  };
}

function failuresIn({ specs = [], suites = [] }) {
  const here = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ projectName, results }) =>
        failure(file, `[${projectName}] ${title}`, results.at(-1)?.error?.message),
      ),
  );
  return [...here, ...suites.flatMap((suite) => failuresIn(suite))];
}

// Runners colour what they say.
// eslint-disable-next-line no-control-regex
const colours = /\u001b\[\d+(;\d+)*m/g;

function failure(file, test, why = '') {
  const [line] = why.replaceAll(colours, '').trim().split('\n');
  return [path.basename(file), test, line].filter(Boolean).join(' › ');
}

/** A stage counts as one where it has no report to count, and fails where its report is silent about a failure.
 * @returns {Count} */
export function countStage(code, reported) {
  if (!reported) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  return code !== 0 && reported.failed === 0 ? { ...reported, failed: 1 } : reported;
}
