/** Cuts a list into portions of a size. */
export function portionsOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const portions: (readonly T[])[] = [];
  for (let start = 0; start < all.length; start += size) portions.push(all.slice(start, start + size));
  return portions;
}
