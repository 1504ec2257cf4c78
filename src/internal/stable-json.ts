const sortFields = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : value;

/** JSON that is equal for data that is equal, whatever the order of its fields. */
export const stableJson = (value: unknown): string => JSON.stringify([value], sortFields);
