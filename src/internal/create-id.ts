const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Makes an identifier that sorts by time: 10 characters of time, then 16 of chance (base 32).
 * @param at milliseconds since the epoch.
 */
export function createId(at: number): string {
  let id = '';
  for (let rest = Math.max(0, Math.floor(at)), place = 0; place < 10; place++) {
    id = (ALPHABET[rest % 32] ?? '0') + id;
    rest = Math.floor(rest / 32);
  }
  // Not `randomUUID`: that is missing on pages that are not served securely.
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += ALPHABET[byte % 32] ?? '0';
  return id;
}
