// A timeline of very many pictures beside a grid written by hand, which has no days: what headings, rail and days cost on top.
import { metricsOf as ofGrid } from './grid.mjs';

export { prepare } from './grid.mjs';

export const subjects = { 'ours-timeline': 'ours', 'limit-justified': 'limit' };

/** The same as of the grid; a day's last row is short, so that more rows pass and the middle is elsewhere: no target but the grid's own. */
const SAME = ['right', 'right the second time', 'nodes', 'tiles', 'heap', 'growth'];

export const metricsOf = (densities) =>
  ofGrid(densities).map(({ target, ...metric }) => (SAME.includes(metric.metric) ? { ...metric, target } : metric));
