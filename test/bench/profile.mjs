// What a CPU profile says: where the main thread was, by function.

/** Time each function took itself, the most first: `{ name, place, ms, share }`. */
export function selfTimes({ nodes, samples, timeDeltas }) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const sums = new Map();
  let whole = 0;
  samples.forEach((id, index) => {
    const { functionName, url, lineNumber } = frames.get(id);
    if (functionName === '(idle)') return;
    const ms = timeDeltas[index] / 1000;
    const place = url ? `${url.split('/').at(-1)}:${lineNumber + 1}` : '';
    const name = functionName || '(anonymous)';
    const key = `${name} ${place}`;
    const sum = sums.get(key) ?? { name, place, ms: 0 };
    sum.ms += ms;
    whole += ms;
    sums.set(key, sum);
  });
  return [...sums.values()].sort((a, b) => b.ms - a.ms).map((one) => ({ ...one, share: one.ms / whole }));
}
