/**
 * Does work on what comes, on so many at once, and answers in the order it came.
 * @param work must not reject: what it does ahead would reject unheard.
 */
export async function* ahead<T, R>(
  items: AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  for await (const item of items) {
    underWay.push(work(item));
    const [first] = underWay;
    if (underWay.length < width || !first) continue;
    yield await first;
    void underWay.shift();
  }
  for (const one of underWay) yield await one;
}
