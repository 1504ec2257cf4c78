const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * Copies plain data deeply, without fields that are `undefined`, and freezes the copy. What is not plain (a Blob, a
 * buffer) is kept as it is.
 */
export function snapshot<T>(value: T): T;
export function snapshot(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map((item: unknown) => snapshot(item)));
  if (!isPlain(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    // A field of this name would set the prototype.
    if (field !== undefined && name !== '__proto__') copy[name] = snapshot(field as unknown);
  }
  return Object.freeze(copy);
}
