// The rows as text and as a page: a block for each metric and n, a line for each subject.

export const amount = (value) => {
  if (value === null || value === undefined) return '-';
  if (Math.abs(value) >= 100) return value.toFixed(0);
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
};

const times = (value) => (value === null ? '' : `${value.toFixed(2)}x`);
const verdict = ({ pass, target }) =>
  target === null ? '' : `${target}  ${pass === null ? '?' : pass ? 'ok' : 'OVER'}`;

/** Rows of the same scenario, metric and n. */
function groups(rows) {
  const found = new Map();
  for (const row of rows) {
    const title = `${row.scenario}: ${row.metric}${row.unit ? `, ${row.unit}` : ''}`;
    const key = `${title}, n = ${row.n.toLocaleString('en')}`;
    if (!found.has(key)) found.set(key, { title: key, rows: [] });
    found.get(key).rows.push(row);
  }
  return [...found.values()];
}

export function toText(rows) {
  const width = Math.max(...rows.map(({ subject }) => subject.length));
  return groups(rows)
    .map(({ title, rows: inGroup }) => {
      const lines = inGroup.map((row) =>
        [
          `  ${row.subject.padEnd(width)}`,
          amount(row.value).padStart(8),
          times(row.ratioToLimit).padStart(8),
          verdict(row),
        ]
          .join('  ')
          .trimEnd(),
      );
      return [title, ...lines].join('\n');
    })
    .join('\n\n');
}

const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const LINE = 24;
const [NAMES, BARS, NOTES] = [170, 420, 330];

function chart(rows) {
  const most = Math.max(...rows.map(({ value }) => value), rows[0].limit ?? 0) || 1;
  const bars = rows.map((row, index) => {
    const y = index * LINE;
    const color = row.pass === false ? '#c0392b' : row.subject === 'ours' ? '#2563eb' : '#9ca3af';
    const note = [amount(row.value), times(row.ratioToLimit), verdict(row)].filter(Boolean).join('  ');
    const length = Math.max(1, (BARS * row.value) / most);
    return `<text x="${NAMES - 8}" y="${y + 16}" text-anchor="end">${escape(row.subject)}</text>
      <rect x="${NAMES}" y="${y + 4}" width="${length.toFixed(1)}" height="${LINE - 8}" rx="3" fill="${color}"/>
      <text x="${(NAMES + length + 8).toFixed(1)}" y="${y + 16}">${escape(note)}</text>`;
  });
  const height = rows.length * LINE;
  const mark = NAMES + (BARS * (rows[0].limit ?? 0)) / most;
  const limit =
    rows[0].limit === null ? '' : `<path d="M${mark.toFixed(1)} 0V${height}" stroke="#111" stroke-dasharray="3 3"/>`;
  return `<svg viewBox="0 0 ${NAMES + BARS + NOTES} ${height}" width="${NAMES + BARS + NOTES}" height="${height}">${bars.join('')}${limit}</svg>`;
}

export function toHtml({ machine, rows }) {
  const facts = Object.entries(machine).map(([name, value]) => `${escape(name)}: ${escape(value)}`);
  const charts = groups(rows).map(({ title, rows: inGroup }) => `<h2>${escape(title)}</h2>${chart(inGroup)}`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Benchmark</title>
<style>
  body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 960px; padding: 0 1rem; }
  h2 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
  svg { max-width: 100%; height: auto; font-size: 12px; }
</style>
<h1>Benchmark</h1>
<p>${facts.join(' · ')}</p>
<p>Medians. The dashed line is the hand-written limit; red is over the target.</p>
${charts.join('\n')}
</html>
`;
}
