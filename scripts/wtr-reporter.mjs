import path from 'node:path';
import process from 'node:process';
import { addFailure, countsLine, noCounts, reportCounts } from './counts.mjs';

const messageOf = (error) => [error?.message, error?.stack].filter(Boolean).join('\n');

/** Files and tests that are named when they took the longest. */
const SLOWEST = 8;

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Says where the time went: what is slow is slow in the gate of everybody. */
function reportSlowest(what, times) {
  const slowest = times.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  if (slowest.length > 1) console.log(`\nThe slowest ${what}:`);
  for (const { name, ms } of slowest.length > 1 ? slowest : []) console.log(`  ${seconds(ms).padStart(8)}  ${name}`);
}

/** For Web Test Runner: ends the run with the plain line 'N passed, N failed, N skipped'. */
export function countReporter() {
  return {
    stop({ sessions }) {
      const counts = noCounts();
      const tests = [];
      const files = [];
      const count = (suite, names) => {
        for (const test of suite.tests) {
          tests.push({ name: [...names, test.name].join(' › '), ms: test.duration ?? 0 });
          if (test.skipped) counts.skipped++;
          else if (test.passed) counts.passed++;
          else addFailure(counts, [...names, test.name].join(' › '), messageOf(test.error));
        }
        for (const inner of suite.suites) count(inner, [...names, inner.name]);
      };
      for (const session of sessions) {
        const file = `${session.browser.name}: ${path.relative(process.cwd(), session.testFile ?? '')}`;
        const before = counts.failed;
        const already = tests.length;
        if (session.testResults) count(session.testResults, [file]);
        files.push({ name: file, ms: tests.slice(already).reduce((sum, { ms }) => sum + ms, 0) });
        // A file that did not load, an error outside every test, or a browser that went away.
        if (!session.passed && counts.failed === before) {
          addFailure(counts, file, session.errors.map(messageOf).join('\n'));
        }
      }
      reportSlowest('files', files);
      reportSlowest('tests', tests);
      reportCounts(counts);
      process.once('exit', () => console.log(`\n${countsLine(counts)}`));
    },
  };
}
