import { addFailure, countsLine, noCounts, reportCounts } from './counts.mjs';

const messageOf = (errors = []) => errors.map((error) => error.stack ?? error.message).join('\n');

/** For Vitest: ends the run with the plain line 'N passed, N failed, N skipped'. */
export class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = noCounts();
    for (const error of unhandledErrors) addFailure(counts, 'an error outside every test', messageOf([error]));
    for (const module of modules) {
      const file = `${module.project.name}: ${module.relativeModuleId}`;
      const before = counts.failed;
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === 'passed' || state === 'skipped') counts[state]++;
        // A test that never ran to its end is no pass.
        else addFailure(counts, `${file} › ${test.fullName}`, messageOf(errors) || `ended as ${state}`);
      }
      // A file that did not load, or a hook that threw.
      if (!module.ok() && counts.failed === before) addFailure(counts, file, messageOf(module.errors()));
    }
    reportCounts(counts);
    console.log(`\n${countsLine(counts)}`);
  }
}
