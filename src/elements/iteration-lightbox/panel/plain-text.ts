/** What comes from a host may be anything: a text as it is, a number as one, anything else as none. */
export const plainText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The same for what may be any JSON; none for what cannot be written as such. */
export function jsonText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    const text: unknown = JSON.stringify(value);
    return plainText(text);
  } catch {
    return '';
  }
}
