// How every runner tells the others what it counted: a small JSON file, named by TEST_COUNTS.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0 });

export const addCounts = (sum, more) => {
  sum.passed += more.passed;
  sum.failed += more.failed;
  sum.skipped += more.skipped;
  return sum;
};

export const countsLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Does nothing when nobody asked. */
export function reportCounts(counts, file = process.env.TEST_COUNTS) {
  if (file) writeFileSync(file, JSON.stringify(counts));
}

/** Undefined when the runner ended before it could count. */
export const readCounts = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
