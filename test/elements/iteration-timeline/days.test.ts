import { expect } from '@open-wc/testing';
import { Localizer } from '../../../src/i18n/index.js';
import { dayKeys } from '../../../src/elements/iteration-timeline/day-keys.js';
import { LiveLibrary, picture, pictures } from '../iteration-grid/live-library.js';
import { mountFull, type Mounted } from '../iteration-grid/mounted.js';
import { waitUntil } from '../../support/wait.js';

const timeline = { tag: 'iteration-timeline' } as const;

const headings = ({ root }: Mounted): string[] =>
  [...root.querySelectorAll('.heading')].map((heading) =>
    [...heading.querySelectorAll('.name, .count')].map(({ textContent }) => textContent).join(''),
  );

const at = (number: number, time: Date): ReturnType<typeof picture> =>
  picture(number, { createdAt: time.toISOString() });

describe('<iteration-timeline>', () => {
  it('groups by day, with the number of each', async () => {
    const now = Date.now();
    const today = new Date(now - 1000);
    const yesterday = new Date(now - 86_400_000);
    const mounted = await mountFull(
      new LiveLibrary([at(0, today), at(1, yesterday), at(2, yesterday), at(3, new Date(2020, 4, 5, 12))]),
      timeline,
    );
    expect(headings(mounted).slice(0, 2)).to.deep.equal(['Today1', 'Yesterday2']);
    expect(headings(mounted)[2]).to.match(/2020/);
    expect(mounted.root.querySelector('.heading [role=rowheader]')?.getAttribute('aria-label')).to.equal(
      'Today, 1 iteration',
    );
  });

  it('gives each day a labelled group with its tiles in it', async () => {
    const eightADay = pictures(60).map((_row, index) => at(index, new Date(2026, 10, 1, index * 3)));
    const mounted = await mountFull(new LiveLibrary(eightADay), timeline);
    const groups = [...mounted.root.querySelectorAll('[role=rowgroup]')];
    expect(groups.length).to.be.above(1);
    for (const group of groups) {
      const label = mounted.root.getElementById(group.getAttribute('aria-labelledby') ?? '');
      expect(label?.textContent.trim()).to.not.equal('');
      expect(group.querySelectorAll('.tile').length).to.be.above(0);
      const { top, bottom } = group.getBoundingClientRect();
      for (const tile of group.querySelectorAll('.tile')) {
        const box = tile.getBoundingClientRect();
        expect(box.top >= top && box.bottom <= bottom + 0.5, 'is inside its day').to.equal(true);
      }
    }
  });

  it('keeps the heading of the day in view at the top, and no focused tile below it', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(300), { limits: { pageSize: 300 } }), timeline);
    await mounted.scrollTo(1700);
    const { top } = mounted.scroller.getBoundingClientRect();
    const sticky = [...mounted.root.querySelectorAll('.heading')].filter(
      (heading) => Math.abs(heading.getBoundingClientRect().top - top) < 1,
    );
    expect(sticky.length).to.equal(1);
    mounted.focus(mounted.visible.at(-1) ?? '');
    for (let step = 0; step < 8; step++) {
      await mounted.type('ArrowUp');
      expect(mounted.offset(mounted.focused ?? '')).to.be.at.least(44);
    }
  });

  it('leads from day to day with Alt and the arrows, and says which day it is', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(300), { limits: { pageSize: 300 } }), timeline);
    mounted.focus('i000299');
    const dayOf = (id: string | undefined): string =>
      mounted
        .tile(id ?? '')
        ?.closest('[role=rowgroup]')
        ?.getAttribute('aria-labelledby') ?? '';
    const first = dayOf(mounted.focused);
    await mounted.type('ArrowDown', { altKey: true });
    const second = dayOf(mounted.focused);
    expect(second).to.not.equal(first);
    await waitUntil(() => mounted.root.querySelector('[part=announcer]')?.textContent !== '');
    await mounted.type('ArrowDown', { altKey: true });
    await mounted.type('ArrowUp', { altKey: true });
    expect(dayOf(mounted.focused)).to.equal(second);
  });

  it('puts what is new under its day', async () => {
    const library = new LiveLibrary([at(0, new Date(Date.now() - 1000))]);
    const mounted = await mountFull(library, timeline);
    library.put(at(1, new Date(Date.now() - 500)));
    await waitUntil(() => headings(mounted).join() === 'Today2');
  });
});

describe('Days', () => {
  const keyAt = (timeZone: string, createdAt: string): string =>
    dayKeys(new Localizer({ locale: 'en', timeZone }))(createdAt);

  it('are the same for an instant and for its milliseconds', () => {
    const day = dayKeys(new Localizer({ timeZone: 'Asia/Kathmandu' }));
    const last = Date.parse('2026-11-20T18:14:59.999Z');
    expect(day(last)).to.equal('2026-11-20');
    expect(day(last + 1)).to.equal('2026-11-21');
  });

  it('begin at midnight of the time zone, also where it is not a full hour', () => {
    expect(keyAt('UTC', '2026-11-20T23:59:59.999Z')).to.equal('2026-11-20');
    expect(keyAt('UTC', '2026-11-21T00:00:00.000Z')).to.equal('2026-11-21');
    expect(keyAt('Asia/Kathmandu', '2026-11-20T18:14:59.999Z')).to.equal('2026-11-20');
    expect(keyAt('Asia/Kathmandu', '2026-11-20T18:15:00.000Z')).to.equal('2026-11-21');
  });

  it('are right when clocks change and when years do', () => {
    expect(keyAt('Europe/Berlin', '2026-10-24T21:59:00.000Z')).to.equal('2026-10-24');
    expect(keyAt('Europe/Berlin', '2026-10-24T22:00:00.000Z')).to.equal('2026-10-25');
    expect(keyAt('Europe/Berlin', '2026-10-25T22:59:00.000Z')).to.equal('2026-10-25');
    expect(keyAt('Europe/Berlin', '2026-10-25T23:00:00.000Z')).to.equal('2026-10-26');
    expect(keyAt('America/New_York', '2027-01-01T04:59:59.000Z')).to.equal('2026-12-31');
    expect(keyAt('America/New_York', '2027-01-01T05:00:00.000Z')).to.equal('2027-01-01');
  });
});
