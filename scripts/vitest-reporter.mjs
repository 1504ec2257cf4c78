import { countsLine, noCounts, reportCounts } from './counts.mjs';

/** For Vitest: ends the run with the plain line 'N passed, N failed, N skipped'. */
export class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = noCounts();
    counts.failed += unhandledErrors.length;
    for (const module of modules) {
      const before = counts.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        // A test that never ran to its end is no pass.
        counts[state === 'pending' ? 'failed' : state]++;
      }
      // A file that did not load, or a hook that threw.
      if (!module.ok() && counts.failed === before) counts.failed++;
    }
    reportCounts(counts);
    console.log(`\n${countsLine(counts)}`);
  }
}
