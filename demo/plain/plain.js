import { defineAdapter, offsetPages } from '../../cdn/imaginations.js';

const session = {
  id: 'plain',
  createdAt: '2026-11-01T09:00:00.000Z',
  brief: { prompt: 'Six pictures for a plain page' },
};

const iterations = [
  ['mountains', 858, 572, 'Misty teal mountains at dawn'],
  ['silk', 934, 526, 'Silk in the wind, violet and rose'],
  ['poster', 700, 700, 'Minimal Bauhaus poster in red and cream'],
  ['blooms', 858, 572, 'Garden of golden blooms'],
  ['galaxy', 934, 526, 'Spiral galaxy, deep space'],
  ['gold', 700, 700, 'Liquid marble, ink and gold'],
].map(([name, width, height, prompt], index) => ({
  id: name,
  sessionId: session.id,
  createdAt: `2026-11-01T09:0${9 - index}:00.000Z`,
  kind: 'image',
  status: 'succeeded',
  prompt,
  media: { url: new URL(`pictures/${name}.webp`, import.meta.url).href, mime: 'image/webp', width, height },
}));

// A list that is in memory already: a page is a slice of it.
const pagesOf = (rows, wanted) =>
  offsetPages(async (offset, limit, { filter = {}, order }) => {
    if (filter.archived === 'only') return { items: [], total: 0 };
    const found = rows.filter((row) => wanted(row, filter));
    if (order === 'oldest') found.reverse();
    return { items: found.slice(offset, offset + limit), total: found.length };
  });

const adapter = defineAdapter({
  contract: 1,
  listSessions: pagesOf([session], () => true),
  listIterations: pagesOf(
    iterations,
    (row, { kinds, sessionId }) => (!kinds || kinds.includes(row.kind)) && (!sessionId || row.sessionId === sessionId),
  ),
  getSession: async (id) => (id === session.id ? session : null),
});

document.querySelector('imaginations-provider').adapter = adapter;
