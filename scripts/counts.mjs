// How every runner tells the others what it counted: a small JSON file, named by TEST_COUNTS.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

/** `failures`: what failed and how, in words, so that it can be said again at the very end of a long output. */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

export const addCounts = (sum, more) => {
  sum.passed += more.passed;
  sum.failed += more.failed;
  sum.skipped += more.skipped;
  sum.failures.push(...more.failures);
  return sum;
};

export const countsLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** One more failure: its name, and the lines of its message that matter. */
export function addFailure(counts, name, message = '') {
  const lines = String(message).split('\n');
  counts.failed++;
  counts.failures.push([name, ...lines.slice(0, 24).map((line) => `    ${line.slice(0, 240)}`)].join('\n').trimEnd());
}

/** Does nothing when nobody asked. */
export function reportCounts(counts, file = process.env.TEST_COUNTS) {
  if (file) writeFileSync(file, JSON.stringify(counts));
}

/** Undefined when the runner ended before it could count. */
export const readCounts = (file) =>
  existsSync(file) ? { ...noCounts(), ...JSON.parse(readFileSync(file, 'utf8')) } : undefined;
