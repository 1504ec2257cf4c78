// From single measurements to the rows of the report: medians, ratios to the limit and to the best peer, targets.

/**
 * @typedef {object} Metric
 * @property {string} scenario
 * @property {string} metric
 * @property {string} unit
 * @property {'less' | 'more'} [better] Default: less.
 * @property {string} [limit] The subject that is the limit; none where nothing is to be compared.
 * @property {{ toLimit?: number, toPeer?: number, most?: number, least?: number, from?: number }} [target] For ours; `from`: from so many items on.
 * @property {string} [growthOf] The metric of the scenario whose growth, from the smallest n, this is.
 *
 * @typedef {object} Sample One measured number.
 * @property {string} scenario
 * @property {string} metric
 * @property {string} subject
 * @property {number} n
 * @property {number} value
 */

function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const ratio = (value, to) => (value === undefined || !to ? null : value / to);

function describe(target) {
  const parts = [];
  if (target.toLimit !== undefined) parts.push(`<= ${target.toLimit}x limit`);
  if (target.toPeer !== undefined) parts.push(`<= ${target.toPeer}x best peer`);
  if (target.most !== undefined) parts.push(`<= ${target.most}`);
  if (target.least !== undefined) parts.push(`>= ${target.least}`);
  return parts.join(', ');
}

/** Nothing where it cannot be told: no target, or nothing to hold it against. */
function verdict({ value, ratioToLimit, ratioToBestPeer }, { toLimit, toPeer, most, least }) {
  if ((toLimit !== undefined && ratioToLimit === null) || (toPeer !== undefined && ratioToBestPeer === null))
    return null;
  return (
    (toLimit === undefined || ratioToLimit <= toLimit) &&
    (toPeer === undefined || ratioToBestPeer <= toPeer) &&
    (most === undefined || value <= most) &&
    (least === undefined || value >= least)
  );
}

/**
 * @param {{ suite: string, subjects: Record<string, 'ours' | 'limit' | 'peer' | 'floor'>, metrics: Metric[] }} suite
 * @param {Sample[]} samples of all rounds
 */
export function toRows({ suite, subjects, metrics }, samples) {
  const sizes = [...new Set(samples.map(({ n }) => n))].sort((a, b) => a - b);
  const names = Object.keys(subjects);
  const measured = ({ scenario, metric }, subject, n) =>
    median(
      samples
        .filter((s) => s.scenario === scenario && s.metric === metric && s.subject === subject && s.n === n)
        .map(({ value }) => value),
    );
  const valueOf = (metric, subject, n) => {
    if (metric.growthOf === undefined) return measured(metric, subject, n);
    if (n === sizes[0]) return undefined;
    const base = { scenario: metric.scenario, metric: metric.growthOf };
    return ratio(measured(base, subject, n), measured(base, subject, sizes[0])) ?? undefined;
  };
  const rows = [];
  for (const metric of metrics) {
    for (const n of sizes) {
      const best = metric.better === 'more' ? Math.max : Math.min;
      const peers = names.filter((name) => subjects[name] === 'peer').map((name) => valueOf(metric, name, n));
      const known = peers.filter((value) => value !== undefined);
      const bestPeer = known.length > 0 ? best(...known) : null;
      const limit = (metric.limit && valueOf(metric, metric.limit, n)) ?? null;
      for (const subject of names) {
        const value = valueOf(metric, subject, n);
        if (value === undefined) continue;
        const row = {
          suite,
          scenario: metric.scenario,
          subject,
          n,
          metric: metric.metric,
          unit: metric.unit,
          value,
          limit,
          bestPeer,
          ratioToLimit: ratio(value, limit),
          ratioToBestPeer: ratio(value, bestPeer),
          target: null,
          pass: null,
        };
        const { target } = metric;
        if (target && subjects[subject] === 'ours' && n >= (target.from ?? 0)) {
          row.target = describe(target);
          row.pass = verdict(row, target);
        }
        rows.push(row);
      }
    }
  }
  return rows;
}
