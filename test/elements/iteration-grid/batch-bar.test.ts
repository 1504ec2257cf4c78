import { expect } from '@open-wc/testing';
import { omit } from '../../../src/internal/omit.js';
import { storeFor } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import { BatchLibrary, find, mountSelected, press, selected } from './batch-library.js';
import { picture } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';

const buttons = ({ root }: Mounted): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('.batch button:not([hidden])'),
];
const names = (mounted: Mounted): (string | undefined)[] => buttons(mounted).map(({ dataset }) => dataset['batch']);

describe('<iteration-grid>: the batch bar', () => {
  it('is a toolbar: one tab stop, arrows move in it, Escape leads back to the tiles', async () => {
    const { mounted } = await mountSelected(new BatchLibrary(), 2, { width: 1000 });
    expect(names(mounted)).to.deep.equal(['star', 'move', 'archive', 'compare', 'download', 'all', 'invert', 'clear']);
    const stops = (): (string | undefined)[] =>
      buttons(mounted)
        .filter(({ tabIndex }) => tabIndex === 0)
        .map(({ dataset }) => dataset['batch']);
    expect(stops()).to.deep.equal(['star']);
    buttons(mounted)[0]!.focus();
    await mounted.type('ArrowRight');
    await mounted.type('ArrowRight');
    expect((mounted.root.activeElement as HTMLElement).dataset['batch']).to.equal('archive');
    expect(stops()).to.deep.equal(['archive']);
    await mounted.type('End');
    expect((mounted.root.activeElement as HTMLElement).dataset['batch']).to.equal('clear');
    await mounted.type('Escape');
    expect(mounted.root.querySelector('.batch')).to.equal(null);
    expect(mounted.focused).not.to.equal(undefined);
  });

  it('what does not fit is in a menu, and comes out of it', async () => {
    const { mounted } = await mountSelected(new BatchLibrary(), 2, { width: 560 });
    await waitUntil(() => names(mounted).includes('clear'), 'the bar');
    mounted.box.style.width = '260px';
    await waitUntil(() => names(mounted).includes('more'), 'a menu');
    await mounted.settled();
    const bar = mounted.root.querySelector('.batch')!.getBoundingClientRect();
    for (const one of buttons(mounted)) expect(one.getBoundingClientRect().right).to.be.at.most(bar.right);
    expect(names(mounted)).not.to.include('invert');
    await press(mounted, '[data-batch=more]');
    await waitUntil(() => mounted.root.querySelector('.menu:popover-open'), 'open');
    const items = [...mounted.root.querySelectorAll<HTMLElement>('.menu [role=menuitem]')];
    expect(items.map((item) => item.textContent.trim())).to.include.members(['Select all', 'Invert selection']);
    items.at(-1)!.click();
    await waitUntil(() => mounted.element.selection?.query !== null, 'inverted');
    expect(mounted.element.selection?.except).to.have.length(2);
    mounted.box.style.width = '1000px';
    await waitUntil(() => names(mounted).includes('invert') && !names(mounted).includes('more'), 'everything fits');
  });

  it('compares two to six, unless the host objects', async () => {
    const library = new BatchLibrary();
    const { mounted } = await mountSelected(library, 2, { width: 1000 });
    const asked: (readonly string[])[] = [];
    const object = (event: HTMLElementEventMap['iterations-compare']): void => {
      asked.push(event.detail.ids);
      event.preventDefault();
    };
    mounted.element.addEventListener('iterations-compare', object);
    await press(mounted, '[data-batch=compare]');
    mounted.element.removeEventListener('iterations-compare', object);
    expect(asked).to.deep.equal([mounted.element.selection?.ids]);
    expect(library.store.navigation.value.iterationId).to.equal(null);
    await press(mounted, '[data-batch=compare]');
    expect(library.store.navigation.value.iterationId).to.equal(asked[0]?.[0]);
    await press(mounted, '[data-batch=all]');
    await waitUntil(() => !names(mounted).includes('compare'), 'everything is too much');
  });

  it('leads back to the tile of what was acted on last in the comparison', async () => {
    const library = new BatchLibrary();
    const { mounted } = await mountSelected(library, 3, { width: 1000 });
    mounted.focus(picture(38).id);
    await mounted.type('v');
    const ids = mounted.element.selection?.ids ?? [];
    expect(library.store.navigation.value.iterationId).to.equal(ids[0]);
    const last = ids.find((id) => id !== ids[0] && id !== picture(38).id);
    library.store.navigate({ iterationId: last ?? null });
    await mounted.settled();
    library.store.navigate({ iterationId: null });
    await waitUntil(() => mounted.focused === last, 'the focus is there');
  });

  it('has the actions that the host offers now', async () => {
    const { mounted } = await mountSelected(new BatchLibrary(), 2, { width: 1000 });
    const action = (id: string) => ({ id, label: id, selection: 'multiple', run: () => undefined }) as const;
    const own = (): (string | undefined)[] => names(mounted).filter((name) => name?.startsWith('host:'));
    for (const id of ['first', 'second']) {
      // Whoever stands around it and says so.
      Object.assign(mounted.box, { hostActions: [action(id)] });
      mounted.element.requestUpdate();
      await mounted.settled();
      expect(own()).to.deep.equal([`host:${id}`]);
    }
  });

  it('offers nothing that the adapter does not', async () => {
    const library = new BatchLibrary();
    const adapter = omit(omit(omit(library.adapter, 'reassign'), 'annotate'), 'archive');
    const mounted = await mountFull({ adapter }, { width: 1000 });
    await mounted.element.select([picture(39).id]);
    await find(mounted, '.batch');
    expect(names(mounted)).to.deep.equal(['download', 'all', 'invert', 'clear']);
    expect(storeFor(adapter).capabilities.annotate).to.equal(false);
  });

  it('a star is for all where some have one, and goes where all do', async () => {
    const library = new BatchLibrary({ row: (row, number) => (number % 2 ? { ...row, starred: true } : row) });
    const { mounted, ids } = await mountSelected(library, 4, { width: 1000 });
    const pressed = (): string | null | undefined =>
      mounted.root.querySelector('[data-batch=star]')?.getAttribute('aria-pressed');
    expect(pressed()).to.equal('mixed');
    await press(mounted, '[data-batch=star]');
    await waitUntil(() => pressed() === 'true', 'all have one');
    expect(selected(mounted), 'they stay selected').to.deep.equal(ids);
    for (const id of ids) await waitUntil(async () => (await library.row(id))?.starred, id);
    await press(mounted, '[data-batch=star]');
    await waitUntil(() => pressed() === 'false', 'none has one');
    for (const id of ids) await waitUntil(async () => !(await library.row(id))?.starred, id);
    expect((mounted.root.activeElement ?? mounted.canvas).isConnected).to.equal(true);
  });

  it('inverts, and inverts back', async () => {
    const { mounted, ids } = await mountSelected(new BatchLibrary(), 3, { width: 1000 });
    await press(mounted, '[data-batch=invert]');
    expect(mounted.root.querySelector('.batch-count')?.textContent.trim()).to.equal('37 selected');
    for (const id of ids) expect(mounted.tile(id)?.getAttribute('aria-selected')).to.equal('false');
    await press(mounted, '[data-batch=invert]');
    expect(selected(mounted)).to.deep.equal(ids);
  });

  it('never covers the last row', async () => {
    const { mounted } = await mountSelected(new BatchLibrary(), 3);
    mounted.scroller.scrollTop = mounted.scroller.scrollHeight;
    await waitUntil(() => mounted.tile(picture(0).id), 'the last');
    await mounted.settled();
    const last = mounted.tile(picture(0).id)!.getBoundingClientRect();
    expect(last.bottom).to.be.at.most(mounted.root.querySelector('.batch')!.getBoundingClientRect().top);
  });
});
