/** Looks at a value; says what is wrong, where and how to mend it, or nothing. */
export type Rule = (value: unknown, path: string) => string | undefined;

/** Whether a value has fields to look at. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return value instanceof Date ? 'a Date' : typeof value;
};

const must =
  (holds: (value: unknown) => boolean, be: string): Rule =>
  (value, path) => {
    if (value === undefined) return `${path} is missing; it must be ${be}`;
    return holds(value) ? undefined : `${path} must be ${be}, not ${nameOf(value)}`;
  };

export const text = must((value) => typeof value === 'string', 'a text');
export const filled = must((value) => typeof value === 'string' && value !== '', 'a text that is not empty');
export const flag = must((value) => typeof value === 'boolean', 'true or false');
export const number = must((value) => Number.isFinite(value), 'a finite number');
export const amount = must((value) => Number.isFinite(value) && Number(value) >= 0, 'a number from 0 up');
export const above0 = must((value) => Number.isFinite(value) && Number(value) > 0, 'a number above 0');
export const whole0 = must((value) => Number.isInteger(value) && Number(value) >= 0, 'a whole number from 0 up');
export const method = must((value) => typeof value === 'function', 'a function');

export const id: Rule = must(
  (value) => typeof value === 'string' && value !== '' && value.length <= 256,
  'a text of 1 to 256 characters (String(id) makes one of a number)',
);

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
export const instant: Rule = must(
  (value) => typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
  'an instant such as 2026-11-23T09:30:00.000Z (new Date(…).toISOString() makes one)',
);

export const oneOf = (...values: readonly unknown[]): Rule =>
  must((value) => values.includes(value), `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`);

/** May be left out. */
export const optional =
  (rule: Rule): Rule =>
  (value, path) =>
    value === undefined ? undefined : rule(value, path);

/** May be left out, or `null`. */
export const nullable =
  (rule: Rule): Rule =>
  (value, path) =>
    value === undefined || value === null ? undefined : rule(value, path);

export const list =
  (rule: Rule): Rule =>
  (value, path) => {
    if (!Array.isArray(value)) return `${path} must be an array, not ${nameOf(value)}`;
    for (const [index, item] of value.entries()) {
      const problem = rule(item, `${path}[${index}]`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

/** An object with these fields; others are the author's own. */
export const object =
  (fields: { readonly [name: string]: Rule }, more: readonly Rule[] = []): Rule =>
  (value, path) => {
    if (!isObject(value)) return `${path} must be an object, not ${value === undefined ? 'missing' : nameOf(value)}`;
    for (const [name, rule] of Object.entries(fields)) {
      const problem = rule(value[name], path === '' ? name : `${path}.${name}`);
      if (problem !== undefined) return problem;
    }
    for (const rule of more) {
      const problem = rule(value, path);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
