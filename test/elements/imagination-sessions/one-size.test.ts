import { expect, nextFrame } from '@open-wc/testing';
import type { Session } from '../../../src/model/index.js';
import { find, findAll, iteration, library, openSessions, session } from './sessions-page.js';
import { waitUntil } from '../../support/wait.js';

const KINDS = { image: 123_456, video: 7890, audio: 4321, failed: 99_999, active: 12_345 };

/** What could make a card higher than another. */
const CARDS: readonly Partial<Session>[] = [
  { title: 'x' },
  { title: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(3) },
  { title: 'Words that need more than the two lines that there are for a name, '.repeat(4) },
  { title: 'مدينة من زجاج عند الغروب '.repeat(8) },
  { title: 'ꦗꦮ 🏳️‍🌈 Z̸̢͇̈́a̴̱̓l̵̻̑g̷̰͑o̴̡ ﷽﷽﷽ ' },
  { title: ' ' },
  { counts: { total: 200_000, ...KINDS } },
  { cover: [] },
  { cover: [1, 2, 3, 4, 5].map((at) => iteration(`c${at}`, 's7')) },
  { cover: [iteration('r', 's8', { status: 'running', progress: { value: 0.4 } })], counts: { total: 1, active: 1 } },
  { cover: [iteration('f', 's9', { status: 'failed' })] },
  {
    createdAt: new Date(Date.now() - 6 * 86_400_000).toISOString(),
    counts: { total: 40, image: 33, video: 3, audio: 3, failed: 1 },
  },
];

describe('imagination-sessions: cards of one size', () => {
  for (const [width, dir] of [
    [900, 'ltr'],
    [390, 'ltr'],
    [390, 'rtl'],
    [240, 'rtl'],
  ] as const) {
    it(`whatever is in them, with nothing cut off: ${width} px, ${dir}, text up to 400 %`, async () => {
      const items = CARDS.map((more, at) => session(`s${at}`, at, more));
      const listSessions = (): Promise<{ items: Session[] }> => Promise.resolve({ items });
      const { element } = await openSessions(library({}, { listSessions }));
      element.style.width = `${width}px`;
      element.style.height = '4000px';
      element.dir = dir;
      for (const size of ['100%', '200%', '400%']) {
        element.style.fontSize = size;
        const probe = (): number => find(element, '.probe > .card')!.offsetHeight;
        for (let frame = 0; frame < 4; frame++) await nextFrame();
        await element.updateComplete;
        await waitUntil(
          () => findAll(element, 'ul > .card').every(({ offsetHeight }) => offsetHeight === probe()),
          size,
        );
        for (const card of findAll(element, 'ul > .card[data-id]')) {
          const { bottom } = card.getBoundingClientRect();
          const about = `${card.dataset['id']} at ${size}`;
          expect(card.querySelector('.meta')!.getBoundingClientRect().bottom, about).to.be.at.most(bottom - 5);
          const time = card.querySelector('time')!;
          if (size === '100%' && width < 600) expect(time.scrollWidth, about).to.be.at.most(time.clientWidth);
          expect(card.querySelector('.clamp')!.getBoundingClientRect().bottom, about).to.be.at.most(
            card.querySelector('.meta')!.getBoundingClientRect().top,
          );
        }
      }
    });
  }
});
