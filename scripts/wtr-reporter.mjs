import path from 'node:path';
import process from 'node:process';
import { addFailure, countsLine, noCounts, reportCounts } from './counts.mjs';

const messageOf = (error) => [error?.message, error?.stack].filter(Boolean).join('\n');

/** For Web Test Runner: ends the run with the plain line 'N passed, N failed, N skipped'. */
export function countReporter() {
  return {
    stop({ sessions }) {
      const counts = noCounts();
      const count = (suite, names) => {
        for (const test of suite.tests) {
          if (test.skipped) counts.skipped++;
          else if (test.passed) counts.passed++;
          else addFailure(counts, [...names, test.name].join(' › '), messageOf(test.error));
        }
        for (const inner of suite.suites) count(inner, [...names, inner.name]);
      };
      for (const session of sessions) {
        const file = `${session.browser.name}: ${path.relative(process.cwd(), session.testFile ?? '')}`;
        const before = counts.failed;
        if (session.testResults) count(session.testResults, [file]);
        // A file that did not load, an error outside every test, or a browser that went away.
        if (!session.passed && counts.failed === before) {
          addFailure(counts, file, session.errors.map(messageOf).join('\n'));
        }
      }
      reportCounts(counts);
      process.once('exit', () => console.log(`\n${countsLine(counts)}`));
    },
  };
}
