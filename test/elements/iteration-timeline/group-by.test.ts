import { expect } from '@open-wc/testing';
import { Localizer } from '../../../src/i18n/index.js';
import { registerLocale } from '../../../src/i18n/registry.js';
import { de } from '../../../src/i18n/de.js';
import { IndexModel } from '../../../src/elements/collection/index-model.js';
import { PagedModel } from '../../../src/elements/collection/paged-model.js';
import { sectionItems } from '../../../src/elements/collection/section-items.js';
import type { SectionKey } from '../../../src/elements/collection/collection-model.js';
import {
  firstDayOfWeek,
  groupingOf,
  monthHeading,
  sectionKeys,
  weekHeading,
  weekStart,
} from '../../../src/elements/iteration-timeline/section-keys.js';
import type { Segment } from '../../../src/store/indexed/segment.js';
import { SegmentOrder } from '../../../src/store/indexed/segment-order.js';
import type { Iteration } from '../../../src/model/index.js';
import { session } from '../../support/rows.js';
import { waitUntil } from '../../support/wait.js';
import { IndexedLibrary, LiveLibrary, picture, pictures } from '../iteration-grid/live-library.js';
import { mountFull, type Mounted } from '../iteration-grid/mounted.js';

const at = (timeZone: string, locale: string, by: 'week' | 'month'): SectionKey =>
  sectionKeys(new Localizer({ locale, timeZone }), by);

const headings = ({ root }: Mounted): string[] =>
  [...root.querySelectorAll('.heading')].map((heading) =>
    [...heading.querySelectorAll('.name, .count')].map(({ textContent }) => textContent).join(' '),
  );

const grouped = (library: LiveLibrary, groupBy: string): Promise<Mounted> =>
  mountFull(library, { tag: 'iteration-timeline', set: (element) => element.setAttribute('group-by', groupBy) });

describe('Sections of the timeline', () => {
  it('are days for whatever is not known', () => {
    expect(['day', 'week', 'month', 'session', 'year', '', null, undefined].map(groupingOf)).to.deep.equal([
      'day',
      'week',
      'month',
      'session',
      'day',
      'day',
      'day',
      'day',
    ]);
  });

  it('are weeks that begin on the day a locale says, over the end of a year too', () => {
    expect(weekStart('2026-01-01', 1)).to.equal('2025-12-29');
    expect(weekStart('2026-01-04', 1)).to.equal('2025-12-29');
    expect(weekStart('2026-01-05', 1)).to.equal('2026-01-05');
    expect(weekStart('2026-01-03', 7)).to.equal('2025-12-28');
    expect(weekStart('2026-01-04', 7)).to.equal('2026-01-04');
    expect(weekStart('2024-03-02', 6)).to.equal('2024-03-02');
    expect(weekStart('2024-02-29', 6)).to.equal('2024-02-24');
    expect(weekStart('', 1)).to.equal('');
  });

  it('begin a week on Monday where Intl does not tell', () => {
    const { Locale } = Intl;
    const knows = 'getWeekInfo' in Locale.prototype || 'weekInfo' in Locale.prototype;
    expect(firstDayOfWeek('de-DE')).to.equal(1);
    expect(firstDayOfWeek('en-US')).to.equal(knows ? 7 : 1);
  });

  it('are right where clocks change: a week has 167 or 169 hours then', () => {
    const berlin = at('Europe/Berlin', 'de-DE', 'week');
    // Summer time ends on 25 October 2026 and begins on 29 March.
    expect(berlin('2026-10-18T21:59:59Z')).to.equal('2026-10-12');
    expect(berlin('2026-10-18T22:00:00Z')).to.equal('2026-10-19');
    expect(berlin('2026-10-25T22:59:59Z')).to.equal('2026-10-19');
    expect(berlin('2026-10-25T23:00:00Z')).to.equal('2026-10-26');
    expect(berlin('2026-03-29T21:59:59Z')).to.equal('2026-03-23');
    expect(berlin('2026-03-29T22:00:00Z')).to.equal('2026-03-30');
  });

  it('are months of the time zone', () => {
    const newYork = at('America/New_York', 'en', 'month');
    expect(newYork('2026-01-01T04:59:59Z')).to.equal('2025-12');
    expect(newYork('2026-01-01T05:00:00Z')).to.equal('2026-01');
    expect(newYork(Date.parse('2026-03-08T07:00:00Z'))).to.equal('2026-03');
    expect(at('Pacific/Kiritimati', 'en', 'month')('2025-12-31T10:00:00Z')).to.equal('2026-01');
  });

  it('are the same function for the same localizer', () => {
    const localizer = new Localizer({ locale: 'en' });
    for (const by of ['day', 'week', 'month', 'session'] as const)
      expect(sectionKeys(localizer, by)).to.equal(sectionKeys(localizer, by));
  });

  it('are named in the language and the time zone of whoever looks', async () => {
    // The texts come with the element.
    await grouped(new LiveLibrary(pictures(3)), 'week');
    registerLocale('de', de);
    const [english, german] = ['en-GB', 'de'].map(
      (locale) => new Localizer({ locale, timeZone: 'Pacific/Kiritimati' }),
    ) as [Localizer, Localizer];
    expect(weekHeading(english, '2025-11-03')).to.equal('Week of 3 November 2025');
    expect(weekHeading(german, '2025-11-03')).to.equal('Woche vom 3. November 2025');
    expect(monthHeading(english, '2025-10-31T12:00:00Z')).to.equal('November 2025');
    expect(monthHeading(english, Date.parse('2025-10-31T08:00:00Z'))).to.equal('October 2025');
  });
});

describe('<iteration-timeline group-by>', () => {
  const dated = (...dates: readonly string[]): Iteration[] =>
    dates.map((date, index) => picture(dates.length - index, { createdAt: new Date(`${date}T12:00`).toISOString() }));

  it('groups by week, with the number of each, and says so', async () => {
    const mounted = await grouped(new LiveLibrary(dated('2025-11-05', '2025-11-04', '2025-10-29')), 'week');
    expect(headings(mounted).map((text) => text.replace(/^.*?(\d+)$/, '$1'))).to.deep.equal(['2', '1']);
    expect(mounted.canvas.getAttribute('aria-label')).to.equal('Iterations by week');
    expect(headings(mounted)[0]).to.match(/^Week of /);
  });

  it('groups by month, and by day again when that is taken back', async () => {
    const mounted = await grouped(new LiveLibrary(dated('2025-11-05', '2025-11-04', '2025-10-29')), 'month');
    expect(headings(mounted)).to.deep.equal(['November 2025 2', 'October 2025 1']);
    mounted.element.removeAttribute('group-by');
    await mounted.settled();
    expect(headings(mounted)).to.have.length(3);
  });

  it('groups by day where it does not know what is meant', async () => {
    const mounted = await grouped(new LiveLibrary(dated('2025-11-05', '2025-11-04')), 'fortnight');
    expect(headings(mounted)).to.have.length(2);
    expect(mounted.canvas.getAttribute('aria-label')).to.equal('Iterations by day');
  });

  const titles: Readonly<Record<string, string>> = { a: 'Winter', b: 'Logo' };
  const inSessions = (...ids: readonly string[]): Iteration[] =>
    ids.map((sessionId, index) => picture(ids.length - index, { sessionId }));
  const named = <L extends LiveLibrary>(library: L): L => {
    Object.assign(library.adapter, {
      getSession: (id: string) => Promise.resolve(titles[id] ? session(id, { title: titles[id] }) : null),
    });
    return library;
  };

  for (const [list, Library] of [
    ['pages', LiveLibrary],
    ['an index', IndexedLibrary],
  ] as const) {
    it(`groups by session with ${list}: runs of neighbours, each under its session's name`, async () => {
      const library = named(new Library(inSessions('a', 'a', 'b', 'a', 'c')));
      const mounted = await grouped(library, 'session');
      await waitUntil(
        () => headings(mounted).join('; ') === 'Winter 2; Logo 1; Winter 1; Picture 1 1',
        'the names of the sessions',
      );
      const ids = [...mounted.root.querySelectorAll('[role=rowheader]')].map(({ id }) => id);
      expect(new Set(ids).size, 'each has an id of its own').to.equal(4);
      expect(ids.every((id) => !/\s/.test(id))).to.equal(true);
    });

    it(`keeps the tiles of a run in the document when others come to it, with ${list}`, async () => {
      const library = named(new Library(inSessions('a', 'a', 'b', 'a')));
      const mounted = await grouped(library, 'session');
      const before = mounted.tiles.map((tile) => tile.dataset['id']);
      const nodes = new Map(mounted.tiles.map((tile) => [tile.dataset['id'], tile]));
      library.put(picture(50, { sessionId: 'a' }), picture(51, { sessionId: 'b' }));
      await waitUntil(() => mounted.tiles.length === 6, 'the new ones');
      for (const id of before) expect(mounted.tile(id ?? ''), id).to.equal(nodes.get(id));
    });
  }

  it('says when a session is called something else', async () => {
    const library = named(new LiveLibrary(inSessions('a')));
    const mounted = await grouped(library, 'session');
    await waitUntil(() => headings(mounted)[0] === 'Winter 1');
    library.say('live');
    library.tell({ type: 'session', item: session('a', { title: 'Spring', rev: 5 }) });
    await waitUntil(() => headings(mounted)[0] === 'Spring 1');
  });

  it('reads the sessions of what shows, not of what is far away', async () => {
    const asked: string[] = [];
    const library = new IndexedLibrary(pictures(600));
    Object.assign(library.adapter, { getSession: (id: string) => (asked.push(id), Promise.resolve(null)) });
    const mounted = await grouped(library, 'session');
    await waitUntil(() => headings(mounted).length > 1 && asked.length > 1);
    await mounted.settled();
    expect(new Set(asked).size, 'each once').to.equal(asked.length);
    expect(asked.length).to.be.below(60);
    expect(asked).to.include('s119');
    expect(asked).not.to.include('s0');
  });
});

describe('The items of a section', () => {
  const metrics = { width: 1000, rowHeight: 200, gap: 8, headingHeight: 44 };
  const day = (number: number): number => Date.UTC(2026, 5, 30 - number, 12);
  const row = (): undefined => undefined;

  /** A segment of items that are so many days old; `isRead`: its columns are there. */
  function segment(key: string, days: readonly number[], isRead: boolean, sessions: readonly string[] = []): Segment {
    const times = days.map(day);
    const columns = {
      ids: days.map((_, index) => `${key}${index}`),
      times: Float64Array.from(times),
      ratios: new Float32Array(days.length).fill(1),
      kinds: 'i'.repeat(days.length),
      sessions,
    };
    const [first = 0, last = 0] = [times[0], times.at(-1)];
    return { key, rev: '1', count: days.length, first, last, ratio: 1, columns: isRead ? columns : undefined };
  }

  function laid(by: 'day' | 'session', ...segments: readonly Segment[]): IndexModel {
    const model = new IndexModel();
    const order = new SegmentOrder(segments);
    const list = {
      status: 'ready',
      error: null,
      total: order.count,
      complete: true,
      loadingMore: false,
      order,
    } as const;
    model.update({ list, metrics, row, sectionKey: sectionKeys(new Localizer({ timeZone: 'UTC' }), by) });
    return model;
  }

  const sections = (model: IndexModel): unknown[] =>
    Array.from({ length: model.rows.sectionCount }, (_, section) => {
      const { first, end, isWhole } = sectionItems(model, section);
      return [first, end, isWhole];
    });

  it('are all there where everything has been read, over the borders of segments', () => {
    expect(sections(laid('day', segment('a', [0, 0, 1], true), segment('b', [1, 1, 2], true)))).to.deep.equal([
      [0, 2, true],
      [2, 5, true],
      [5, 6, true],
    ]);
  });

  it('are known over segments that have not been read and lie within one day', () => {
    const model = laid('day', segment('a', [0, 1], true), segment('b', [1, 1, 1], false), segment('c', [1, 2], true));
    expect(sections(model)).to.deep.equal([
      [0, 1, true],
      [1, 6, true],
      [6, 7, true],
    ]);
  });

  it('are known as far as the first segment that may hold other days too', () => {
    const model = laid('day', segment('a', [0, 1], true), segment('b', [1, 1, 3], false), segment('c', [3, 4], true));
    expect(sections(model)).to.deep.equal([
      [0, 1, true],
      [1, 2, false],
      // More of it may lie in the segment before.
      [5, 6, false],
      [6, 7, true],
    ]);
  });

  it('are not known of sessions beside what has not been read', () => {
    const a = segment('a', [0, 0, 0], true, ['x', 'x', 'y']);
    const c = segment('c', [2, 2], true, ['y', 'z']);
    const model = laid('session', a, segment('b', [1, 1], false), c);
    expect(sections(model)).to.deep.equal([
      [0, 2, true],
      [2, 3, false],
      [3, 3, false],
      [5, 6, false],
      [6, 7, true],
    ]);
    expect(sections(laid('session', a, segment('b', [1, 1], true, ['y', 'y']), c))).to.deep.equal([
      [0, 2, true],
      [2, 6, true],
      [6, 7, true],
    ]);
  });

  it('of pages are those that have been read', () => {
    const model = new PagedModel();
    const rows = new Map(
      pictures(5).map((one, index) => [one.id, { ...one, createdAt: new Date(day(index >> 1)).toISOString() }]),
    );
    const ids = [...rows.keys()];
    const sectionKey = sectionKeys(new Localizer({ timeZone: 'UTC' }), 'day');
    const update = (complete: boolean): void =>
      model.update({ list: { status: 'ready', complete, ids }, metrics, row: (id) => rows.get(id), sectionKey });
    update(false);
    expect(sectionItems(model, 0)).to.deep.equal({ first: 0, end: 2, isWhole: true });
    expect(sectionItems(model, 2)).to.deep.equal({ first: 4, end: 5, isWhole: false });
    update(true);
    expect(sectionItems(model, 2)).to.deep.equal({ first: 4, end: 5, isWhole: true });
  });
});
