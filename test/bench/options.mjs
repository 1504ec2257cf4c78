// The command line of `npm run bench`.
import { parseArgs } from 'node:util';

const DENSITIES = ['normal', 'dense'];

/** What a person did wrong, in words for them. */
export class UsageError extends Error {}

/** The suite that is measured where none is named. */
const USUAL_SUITE = 'grid';

export const help = (suites) => `npm run bench -- [options]

Measures the built elements in Chromium, beside other libraries and a hand-written limit.

  --suite NAME        ${suites.join(', ')} (default: ${USUAL_SUITE})
  --n N,N             how many items (default: 10000,1000000; suite hour: 1000000)
  --rounds R          how often each is measured; medians are told (default: 3; suite hour: 1)
  --screens N         how many screens are visited (suite hour; default: 1200)
  --subjects A,B      only these (default: all of the suite)
  --density D,D       ${DENSITIES.join(', ')} (default: normal)
  --json FILE         writes the rows
  --html FILE         writes a report with charts
  --profile FILE      measures nothing: writes a CPU profile of the first subject while it scrolls slowly, for the DevTools,
                      and tells the functions that took the most time
  --help              this

CHROME_PATH names another browser. A suite is one file in test/bench/suites: it tells its subjects, its metrics with their
targets, and how one subject is measured; the rest is here already.`;

function wholeNumbers(name, text) {
  const numbers = text.split(',').map(Number);
  if (numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers;
  throw new UsageError(`--${name} wants whole numbers above 0, as in 10000,1000000: not '${text}'`);
}

function oneOf(what, known, names) {
  for (const name of names) {
    if (!known.includes(name)) throw new UsageError(`There is no ${what} '${name}': there are ${known.join(', ')}`);
  }
  return names;
}

/**
 * @param {string[]} args
 * @param {string[]} suites that there are
 * @throws UsageError
 */
export function readOptions(args, suites) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        suite: { type: 'string', default: USUAL_SUITE },
        n: { type: 'string' },
        rounds: { type: 'string' },
        screens: { type: 'string' },
        subjects: { type: 'string' },
        density: { type: 'string', default: 'normal' },
        json: { type: 'string' },
        html: { type: 'string' },
        profile: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(error.message);
  }
  oneOf('suite', suites, [values.suite]);
  return {
    ...values,
    n: values.n && wholeNumbers('n', values.n),
    rounds: values.rounds && wholeNumbers('rounds', values.rounds)[0],
    screens: values.screens && wholeNumbers('screens', values.screens)[0],
    subjects: values.subjects?.split(','),
    density: oneOf('density', DENSITIES, values.density.split(',')),
  };
}

const USUAL = { n: [10_000, 1_000_000], rounds: 3 };

/** What was not said, as the suite would have it. */
export const completed = (options, { defaults = {} }) => ({
  ...USUAL,
  ...defaults,
  ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
});

/** The subjects that were asked for, as the suite has them. @throws UsageError */
export function chosen(all, names) {
  oneOf('subject', Object.keys(all), names ?? []);
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names || names.includes(name)));
}
