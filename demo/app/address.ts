import type { Navigation } from '../../src/index.js';

/** Fields that are left out of the address because everybody starts there. */
const START: Partial<Navigation> = { view: 'sessions', layout: 'grid', kind: 'all', archived: false };

/** Reads where to go from the address, e.g. `#view=iterations&kind=video`; the element leaves out what makes no sense. */
export function readAddress(hash: string): Partial<Navigation> {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    ...START,
    sessionId: null,
    iterationId: null,
    ...Object.fromEntries([...fields].map(([name, value]) => [name, name === 'archived' ? value === 'true' : value])),
  };
}

/** Writes where one is as an address. */
export function writeAddress(navigation: Navigation): string {
  const fields = Object.entries(navigation).filter(
    ([name, value]) => value !== null && value !== START[name as keyof Navigation],
  );
  return fields.length > 0
    ? `#${new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString()}`
    : '#';
}
