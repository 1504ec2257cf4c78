import { failure, generation, iteration, session } from './entities.js';
import { id, isObject, list, nullable, number, object, optional, text, type Rule } from './rules.js';

/** Hears of a row that had to be left out, or of something odd. */
export type Report = (message: string) => void;

/** Looks at an answer; gives it back, without the rows that are of no use, or throws what is wrong with it. */
export type Answer = (value: unknown, args: readonly unknown[], report: Report) => unknown;

/** The answer as a whole must be right. */
export const whole =
  (rule: Rule): Answer =>
  (value) => {
    const problem = rule(value, 'the answer');
    if (problem !== undefined) throw new TypeError(problem);
    return value;
  };

/** The rows that pass; each other one is reported. */
function sound(rows: readonly unknown[], path: string, rule: Rule, report: Report): readonly unknown[] {
  return rows.filter((row, index) => {
    const problem = rule(row, `${path}[${index}]`);
    if (problem !== undefined) report(problem);
    return problem === undefined;
  });
}

const envelope = object({
  nextCursor: nullable(text),
  prevCursor: nullable(text),
  total: optional(number),
  offset: optional(number),
});

const limitOf = (request: unknown): number =>
  isObject(request) && typeof request['limit'] === 'number' ? request['limit'] : Infinity;

/** A page; rows that are of no use are left out of it. */
export const page =
  (rule: Rule): Answer =>
  (value, [request], report) => {
    whole(envelope)(value, [], report);
    const items = isObject(value) ? value['items'] : undefined;
    if (!Array.isArray(items)) throw new TypeError('items must be an array of rows');
    if (items.length > limitOf(request))
      report(`items has ${items.length} rows, only ${limitOf(request)} were asked for`);
    const rows = sound(items, 'items', rule, report);
    const ids = rows.map((row) => (isObject(row) ? row['id'] : undefined));
    const twice = ids.find((each, index) => ids.indexOf(each) !== index);
    if (twice !== undefined) report(`items has the id ${JSON.stringify(twice)} twice; ids are unique within a list`);
    return rows.length === items.length ? value : { ...(value as object), items: rows };
  };

/** One entry per id asked for, `null` where there is none; broken ones become `null`. */
export const perId =
  (rule: Rule): Answer =>
  (value, [ids], report) => {
    if (!Array.isArray(value)) throw new TypeError('the answer must be an array');
    const wanted = Array.isArray(ids) ? ids.length : value.length;
    if (value.length !== wanted) {
      throw new TypeError(
        `the answer has ${value.length} entries for ${wanted} ids; give null for those that are unknown`,
      );
    }
    return value.map((row: unknown, index) => {
      const problem = nullable(rule)(row, `[${index}]`);
      if (problem !== undefined) report(problem);
      return problem === undefined ? (row ?? null) : null;
    });
  };

const result: Rule = (value, path) => {
  const problem = object({ id })(value, path);
  if (problem !== undefined || !isObject(value)) return problem;
  if (value['ok'] === true) return optional(number)(value['rev'], `${path}.rev`);
  if (value['ok'] === false) return failure(value['error'], `${path}.error`);
  return `${path}.ok must be true or false`;
};

const idsOf = (selection: unknown): readonly unknown[] =>
  isObject(selection) && Array.isArray(selection['ids']) ? (selection['ids'] as unknown[]) : [];

/** One result per id of the selection. */
export const batch: Answer = (value, [selection], report) => {
  whole(object({ results: list(result), undo: optional(text), count: optional(number) }))(value, [], report);
  const results = isObject(value) ? (value['results'] as readonly { readonly id: unknown }[]) : [];
  const answered = new Set(results.map((each) => each.id));
  const left = idsOf(selection).find((each) => !answered.has(each));
  if (left !== undefined)
    report(`results has nothing for ${JSON.stringify(left)}; give one result per id, also for failures`);
  return value;
};

export const started = object({ session, generation, iterations: list(iteration) });

export const state = object({ generation, iterations: list(iteration) });
