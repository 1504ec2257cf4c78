import { whole, type Answer } from './answers.js';
import {
  amount,
  filled,
  id,
  instant,
  isObject,
  list,
  number,
  object,
  optional,
  text,
  whole0,
  type Rule,
} from './rules.js';

const lengthOf = (value: unknown): number => (Array.isArray(value) || typeof value === 'string' ? value.length : 0);

const sum = (values: unknown): number =>
  Array.isArray(values) ? values.reduce((total: number, value) => total + Number(value), 0) : 0;

const inTime: Rule = (value, path) =>
  isObject(value) && Date.parse(String(value['from'])) > Date.parse(String(value['to']))
    ? `${path}.from is later than ${path}.to; from is the oldest row of the segment, to the newest, in either order`
    : undefined;

const threeKinds: Rule = (value, path) =>
  list(whole0)(value, path) ??
  (lengthOf(value) === 3 ? undefined : `${path} must be three numbers: images, videos, audio files`);

const kindsWithin: Rule = (value, path) =>
  isObject(value) && value['kinds'] !== undefined && sum(value['kinds']) > Number(value['count'])
    ? `${path}.kinds add up to ${sum(value['kinds'])}, but ${path}.count is ${String(value['count'])}`
    : undefined;

const info = object(
  {
    key: filled,
    rev: filled,
    count: whole0,
    from: instant,
    to: instant,
    kinds: optional(threeKinds),
    ratioSum: optional(amount),
  },
  [inTime, kindsWithin],
);

const segmentsOf = (value: unknown) =>
  isObject(value) ? (value['segments'] as readonly { readonly key: string; readonly count: number }[]) : [];

const keysOnce: Rule = (value, path) => {
  const seen = new Set<string>();
  for (const [index, { key }] of segmentsOf(value).entries()) {
    if (seen.has(key))
      return `${path}.segments[${index}].key is ${JSON.stringify(key)} again; each segment has its own`;
    seen.add(key);
  }
  return undefined;
};

const totalIsSum: Rule = (value, path) => {
  const total = isObject(value) ? value['total'] : undefined;
  const found = sum(segmentsOf(value).map(({ count }) => count));
  return found === total
    ? undefined
    : `${path}.total is ${String(total)}, but the counts of its segments add up to ${found}`;
};

const wholeManifest = object({ etag: filled, total: whole0, segments: list(info), streamPosition: optional(text) }, [
  keysOnce,
  totalIsSum,
]);

/** A manifest, or `unchanged` where an etag was given. */
export const manifest: Answer = (value, args, report) => {
  const [, call] = args;
  if (value !== 'unchanged') return whole(wholeManifest)(value, args, report);
  if (isObject(call) && typeof call['etag'] === 'string') return value;
  throw new TypeError("the answer must be a manifest; 'unchanged' answers only a call that gave an etag");
};

const letters: Rule = (value, path) =>
  text(value, path) ??
  (/^[iva]*$/.test(String(value))
    ? undefined
    : `${path} must be one letter per row: i (image), v (video) or a (audio)`);

const run: Rule = (value, path) =>
  whole0(value, path) ?? (Number(value) > 0 ? undefined : `${path} must be 1 or more: leave out a run of nothing`);

const columns = object({
  key: filled,
  rev: filled,
  id: list(id),
  createdAt: list(number),
  kind: letters,
  ratio: list(amount),
  session: object({ id: list(id), runs: list(run) }),
});

/** What says that a segment is not the one that was asked for, or that its columns differ in length. */
function mismatch(value: { readonly [name: string]: unknown }, asked: unknown): string | undefined {
  const wanted = isObject(asked) ? asked : {};
  for (const name of ['key', 'rev']) {
    if (wanted[name] !== undefined && value[name] !== wanted[name]) {
      const found = JSON.stringify(value[name]);
      return `${name} is ${found}, ${JSON.stringify(wanted[name])} was asked for; reject with cursor-expired when it has been replaced`;
    }
  }
  const count = typeof wanted['count'] === 'number' ? wanted['count'] : lengthOf(value['id']);
  for (const name of ['id', 'createdAt', 'kind', 'ratio']) {
    if (lengthOf(value[name]) !== count)
      return `${name} has ${lengthOf(value[name])} entries, the segment has ${count} rows`;
  }
  const { id: ids, runs } = value['session'] as { readonly [name: string]: unknown };
  if (lengthOf(ids) !== lengthOf(runs)) {
    return `session.id has ${lengthOf(ids)} entries and session.runs ${lengthOf(runs)}; give one run per id`;
  }
  return sum(runs) === count ? undefined : `session.runs add up to ${sum(runs)}, the segment has ${count} rows`;
}

/** The segment that was asked for, with columns of equal length. */
export const segment: Answer = (value, args, report) => {
  whole(columns)(value, args, report);
  const problem = isObject(value) ? mismatch(value, args[1]) : undefined;
  if (problem !== undefined) throw new TypeError(problem);
  return value;
};
