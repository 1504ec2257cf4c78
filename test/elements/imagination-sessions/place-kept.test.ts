import { expect, nextFrame } from '@open-wc/testing';
import type { ImaginationsAdapter, Subscription } from '../../../src/data/index.js';
import type { Session } from '../../../src/model/index.js';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import {
  find,
  findAll,
  focused,
  ids,
  inCard,
  iteration,
  openSessions,
  press,
  session,
  sessions,
  type SessionsPage,
} from './sessions-page.js';
import { waitUntil } from '../../support/wait.js';

interface Page extends SessionsPage {
  readonly scroller: HTMLElement;
  tell(...items: readonly Session[]): void;
  /** The first card that shows whole. */
  first(): string;
  offset(id: string): number;
  settled(): Promise<void>;
}

/** Many sessions, scrolled to the middle; what is told is in no page that is read. */
async function open(random: 'offset' | 'none', count = 400): Promise<Page> {
  let subscription: Subscription | undefined;
  const adapter: ImaginationsAdapter = {
    ...createMemoryAdapter({ sessions: sessions(count), limits: { pageSize: random === 'none' ? count : 100 } }),
    subscribe: (given) => {
      subscription = given;
      given.state('live');
    },
  };
  const page = await openSessions(adapter);
  const { element } = page;
  const scroller = find(element, '.scroller')!;
  await waitUntil(() => scroller.scrollHeight > count * 60, 'the whole');
  scroller.scrollTop = 12_000;
  const offset = (id: string): number =>
    find(element, `.card[data-id="${id}"]`)!.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  const settled = async (): Promise<void> => {
    await nextFrame();
    await nextFrame();
    await element.updateComplete;
  };
  const first = (): string =>
    findAll(element, '.card[data-id]').find(({ dataset }) => offset(dataset['id'] ?? '') >= 0)?.dataset['id'] ?? '';
  await settled();
  const isRead = (): boolean => findAll(element, 'ul > [aria-hidden]').length === 0 && offset(first()) < 400;
  await waitUntil(isRead, 'cards in the middle');
  // Until no other cards come: frames are far between on a slow machine.
  for (let [same, shown] = [0, '']; same < 5;) {
    await settled();
    const now = ids(element).join();
    same = now === shown ? same + 1 : 0;
    shown = now;
  }
  return { ...page, scroller, first, offset, settled, tell: (...items) => tell(subscription, items) };
}

const tell = (subscription: Subscription | undefined, items: readonly Session[]): void =>
  subscription?.change(items.map((item) => ({ type: 'session' as const, item })));

const put = (id: string): Partial<Session> => ({ archivedAt: new Date(0).toISOString(), rev: Number(id.slice(1)) + 2 });

for (const random of ['offset', 'none'] as const) {
  describe(`imagination-sessions keep what is looked at, ${random === 'offset' ? 'read by offset' : 'read in order'}`, () => {
    it('when others come before it', async () => {
      const { element, first, offset, tell: say, settled } = await open(random);
      const id = first();
      const before = offset(id);
      for (let number = 0; number < 7; number++) {
        say(session(`new${number}`, -1 - number));
        const place = String(Number(id.slice(1)) + 2 + number);
        const card = (): HTMLElement | null => find(element, `.card[data-id="${id}"]`);
        await waitUntil(() => card()?.getAttribute('aria-posinset') === place, 'one place on');
        expect(Math.abs(offset(id) - before), `after ${number}`).to.be.at.most(1);
        await settled();
        expect(Math.abs(offset(id) - before), `after ${number}, settled`).to.be.at.most(1);
      }
    });

    it('when others are archived, and when it is itself', async () => {
      const { element, first, offset, tell: say, settled } = await open(random);
      const id = first();
      const before = offset(id);
      for (const gone of ['s0', 's1', 's2', 's3']) say(session(gone, Number(gone.slice(1)), put(gone)));
      await settled();
      expect(Math.abs(offset(id) - before)).to.be.at.most(1);
      const second = `s${Number(id.slice(1)) + 1}`;
      const held = offset(second);
      say(session(id, Number(id.slice(1)), put(id)));
      await waitUntil(() => find(element, `.card[data-id="${id}"]`) === null, 'it goes');
      await settled();
      expect(Math.abs(offset(second) - held)).to.be.at.most(1);
    });

    it('when a name or a cover comes late, and draws no other card anew', async () => {
      const { element, first, offset, tell: say, settled } = await open(random);
      const id = first();
      const before = offset(id);
      const changed = new Set<string | undefined>();
      const observer = new MutationObserver((records) => {
        for (const { target } of records) {
          const one = target instanceof Element ? target : target.parentElement;
          changed.add(one?.closest<HTMLElement>('.card')?.dataset['id']);
        }
      });
      const options = { subtree: true, childList: true, characterData: true, attributes: true };
      observer.observe(find(element, 'ul.cards')!, options);
      const age = Number(id.slice(1));
      say(session(id, age, { title: 'Another name, which is longer than one line of it', rev: 500 }));
      await waitUntil(() => changed.size > 0, 'the name');
      say(session(id, age, { cover: [iteration('a', id), iteration('b', id)], rev: 501 }));
      await waitUntil(() => find(element, `.card[data-id="${id}"] .picture`), 'the cover');
      await settled();
      observer.disconnect();
      expect([...changed]).to.deep.equal([id]);
      expect(Math.abs(offset(id) - before)).to.be.at.most(1);
    });

    it('when the element gets another size, and when it was not displayed', async () => {
      const { element, first, offset, settled, scroller } = await open(random);
      const id = first();
      const before = offset(id);
      for (const [width, height] of [
        [420, 800],
        [1200, 500],
        [320, 640],
        [900, 600],
      ] as const) {
        const columns = find(element, '.probe')!.offsetWidth;
        element.style.width = `${width}px`;
        element.style.height = `${height}px`;
        await waitUntil(() => find(element, '.probe')!.offsetWidth !== columns, 'another width');
        await settled();
        expect(Math.abs(offset(id) - before), `${width} px`).to.be.at.most(1);
      }
      element.style.display = 'none';
      await settled();
      element.style.removeProperty('display');
      element.hidden = true;
      await settled();
      element.hidden = false;
      await settled();
      await waitUntil(() => scroller.clientHeight > 0 && find(element, `.card[data-id="${id}"]`), 'it shows again');
      await settled();
      expect(Math.abs(offset(id) - before)).to.be.at.most(1);
    });

    it('when text gets larger', async () => {
      const { element, first, offset, settled } = await open(random);
      const id = first();
      const before = offset(id);
      for (const size of ['200%', '400%', '100%']) {
        element.style.fontSize = size;
        await settled();
        await settled();
        expect(Math.abs(offset(id) - before), size).to.be.at.most(1);
        const heights = new Set(findAll(element, 'ul .card').map(({ offsetHeight }) => offsetHeight));
        expect(heights.size, size).to.equal(1);
      }
    });

    it('also after keys have led elsewhere', async () => {
      const { element, first, offset, tell: say, settled } = await open(random);
      inCard(element, first(), '.open')?.focus({ preventScroll: true });
      await settled();
      press(element, 'PageDown');
      press(element, 'PageDown');
      await settled();
      const [id = ''] = focused(element).split(' ');
      const before = offset(id);
      say(session('new', -1));
      const card = (): HTMLElement | null => find(element, `.card[data-id="${id}"]`);
      await waitUntil(() => card()?.getAttribute('aria-posinset') === String(Number(id.slice(1)) + 2), 'one place on');
      await settled();
      expect(Math.abs(offset(id) - before)).to.be.at.most(1);
    });

    it('but shows what is new to who stands at the start', async () => {
      const { element, tell: say, scroller, first } = await open(random);
      scroller.scrollTop = 0;
      await waitUntil(() => first() === 's0', 'the start');
      say(session('new', -1));
      await waitUntil(() => findAll(element, 'ul .card')[0]?.dataset['id'] === 'new', 'the new one');
      expect(scroller.scrollTop).to.equal(0);
    });
  });
}
