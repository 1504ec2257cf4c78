import process from 'node:process';
import { countsLine, noCounts, reportCounts } from './counts.mjs';

/** For Web Test Runner: ends the run with the plain line 'N passed, N failed, N skipped'. */
export function countReporter() {
  return {
    stop({ sessions }) {
      const counts = noCounts();
      const count = (suite) => {
        for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        suite.suites.forEach(count);
      };
      for (const session of sessions) {
        const before = counts.failed;
        if (session.testResults) count(session.testResults);
        // A file that did not load, an error outside every test, or a browser that went away.
        if (!session.passed && counts.failed === before) counts.failed++;
      }
      reportCounts(counts);
      process.once('exit', () => console.log(`\n${countsLine(counts)}`));
    },
  };
}
