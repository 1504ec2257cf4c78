import { expect } from '@open-wc/testing';
import type { Annotation } from '../../../src/data/index.js';
import type { IntentFailedEvent } from '../../../src/elements/intents/iteration-events.js';
import type { Shortcuts } from '../../../src/elements/shortcuts/registry.js';
import type { Iteration } from '../../../src/model/index.js';
import { historyOf, selectionOf, storeFor } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import { BatchLibrary, mountSelected, press } from './batch-library.js';
import { letAnnotate, type Annotated } from './judging.js';
import { LiveLibrary, picture, pictures } from './live-library.js';
import { mountFull, type Mounted, type MountOptions } from './mounted.js';
import { letArchive } from './viewport-kept/stage.js';

interface Stage {
  readonly library: LiveLibrary;
  readonly mounted: Mounted;
  readonly asked: readonly Annotated[];
}

async function stage(
  options: MountOptions & { readonly fails?: () => boolean; readonly count?: number } = {},
): Promise<Stage> {
  const library = new LiveLibrary(pictures(options.count ?? 30));
  const asked = letAnnotate(library, options.fails);
  letArchive(library);
  const mounted = await mountFull(library, options);
  mounted.focus(mounted.visible[0]!);
  await mounted.settled();
  return { library, mounted, asked };
}

const rowOf = ({ library }: Stage, id: string): Iteration | undefined => storeFor(library.adapter).iteration(id);

/** What was done is remembered once the backend has answered. */
const remembered = ({ library }: Stage): Promise<void> =>
  waitUntil(() => historyOf(storeFor(library.adapter)).state.value.canUndo, 'can be taken back');

const marks = (mounted: Mounted, id: string): string =>
  mounted.tile(id)?.querySelector('.tile-marks, .line-marks')?.textContent.trim() ?? '';

const KEYS: readonly (readonly [key: string, patch: Annotation, field: keyof Iteration, value: unknown])[] = [
  ['s', { starred: true }, 'starred', true],
  ['S', { starred: true }, 'starred', true],
  ['1', { rating: 1 }, 'rating', 1],
  ['5', { rating: 5 }, 'rating', 5],
  ['p', { flag: 'pick' }, 'flag', 'pick'],
  ['x', { flag: 'reject' }, 'flag', 'reject'],
];

for (const tag of ['iteration-grid', 'iteration-timeline'] as const) {
  describe(`<${tag}>: judging by keys`, () => {
    for (const [key, patch, field, value] of KEYS) {
      it(`${key}: one, many, and back`, async () => {
        const at = await stage({ tag });
        const { mounted, asked } = at;
        const [a = '', b = '', c = ''] = mounted.visible;
        expect(mounted.press(key).defaultPrevented).to.equal(true);
        await waitUntil(() => rowOf(at, a)?.[field] === value, 'the tile with the focus');
        await remembered(at);
        expect(asked).to.deep.equal([{ ids: [a], patch }]);
        await mounted.settled();
        expect(mounted.focused).to.equal(a);
        mounted.press('z', { ctrlKey: true });
        await waitUntil(() => !rowOf(at, a)?.[field], 'undone');

        selectionOf(storeFor(at.library.adapter)).replace([b, c], '');
        await mounted.settled();
        mounted.press(key);
        await waitUntil(() => rowOf(at, b)?.[field] === value && rowOf(at, c)?.[field] === value, 'what is selected');
        await remembered(at);
        expect([...(asked.at(-1)?.ids ?? [])].sort()).to.deep.equal([b, c].sort());
        expect(rowOf(at, a)?.[field], 'and nothing else').to.not.equal(value);
        expect(selectionOf(storeFor(at.library.adapter)).has(b), 'it stays selected').to.equal(true);
        await mounted.settled();
        mounted.press('z', { metaKey: true });
        await waitUntil(() => !rowOf(at, b)?.[field] && !rowOf(at, c)?.[field], 'undone');
        await waitUntil(() => historyOf(storeFor(at.library.adapter)).state.value.canRedo, 'can be done again');
        mounted.press('Z', { metaKey: true, shiftKey: true });
        await waitUntil(() => rowOf(at, b)?.[field] === value, 'and done again');
      });
    }

    it('takes away: star, rating, flag', async () => {
      const at = await stage({ tag });
      const { mounted, library } = at;
      const [a = ''] = mounted.visible;
      library.patch(a, { starred: true, rating: 4, flag: 'pick' });
      await waitUntil(() => marks(mounted, a) === '4/5', 'says what it has');
      expect(mounted.tile(a)?.getAttribute('aria-label')).to.contain('starred, rated 4 of 5, picked');
      mounted.press('s');
      mounted.press('0');
      mounted.press('u');
      await waitUntil(() => {
        const row = rowOf(at, a);
        return row?.starred === false && row.rating === 0 && row.flag === undefined;
      }, 'none of it');
      await waitUntil(() => !mounted.tile(a)?.querySelector('.tile-marks'), 'no nodes for nothing');
    });

    for (const key of ['e', 'Delete']) {
      it(`${key} archives the tile with the focus, and what is selected`, async () => {
        const at = await stage({ tag });
        const { mounted } = at;
        const [a = '', b = '', c = ''] = mounted.visible;
        expect(mounted.press(key).defaultPrevented).to.equal(true);
        await waitUntil(() => rowOf(at, a)?.archivedAt && !mounted.tile(a), 'away');
        await mounted.settled();
        expect(mounted.focused, 'the focus is on the next').to.equal(b);
        mounted.press('z', { ctrlKey: true });
        await waitUntil(() => mounted.tile(a), 'back');
        selectionOf(storeFor(at.library.adapter)).replace([a, c], '');
        await mounted.settled();
        mounted.press(key);
        await waitUntil(() => !mounted.tile(a) && !mounted.tile(c), 'both away');
        expect(rowOf(at, b)?.archivedAt ?? null).to.equal(null);
      });
    }

    it('what fails is as it was before', async () => {
      let fails = true;
      const at = await stage({ tag, fails: () => fails });
      const { mounted, asked } = at;
      const [a = ''] = mounted.visible;
      mounted.press('3');
      await waitUntil(() => rowOf(at, a)?.rating === 3, 'at once');
      await waitUntil(() => !rowOf(at, a)?.rating, 'and back');
      expect(asked.length).to.equal(1);
      fails = false;
      mounted.press('3');
      await waitUntil(() => asked.length === 2 && rowOf(at, a)?.rating === 3, 'it can be said again');
    });

    it('not with modifiers, not in fields, not where it may not be', async () => {
      const at = await stage({ tag });
      const { mounted, asked, library } = at;
      const [a = ''] = mounted.visible;
      for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { shiftKey: true }]) {
        expect(mounted.press('s', more).defaultPrevented, JSON.stringify(more)).to.equal(false);
      }
      const field = document.createElement('input');
      mounted.root.querySelector('.root')!.append(field);
      field.focus();
      for (const key of ['s', '3', 'p', 'e', '?']) expect(mounted.press(key).defaultPrevented, key).to.equal(false);
      field.remove();
      const beside = document.createElement('button');
      mounted.box.append(beside);
      beside.focus();
      const event = new KeyboardEvent('keydown', { key: 's', bubbles: true, composed: true, cancelable: true });
      beside.dispatchEvent(event);
      expect(event.defaultPrevented, 'the focus is elsewhere').to.equal(false);
      library.patch(a, { can: { annotate: false } });
      await waitUntil(() => rowOf(at, a)?.can?.annotate === false);
      mounted.focus(a);
      expect(mounted.press('s').defaultPrevented, 'the row does not allow it').to.equal(false);
      expect(asked).to.deep.equal([]);
    });

    it('other keys of a host', async () => {
      const at = await stage({ tag, set: (element) => (element.shortcuts = { star: 'g', pick: null, undo: 'mod+u' }) });
      const { mounted } = at;
      const [a = ''] = mounted.visible;
      expect(mounted.press('s').defaultPrevented).to.equal(false);
      expect(mounted.press('p').defaultPrevented).to.equal(false);
      mounted.press('g');
      await waitUntil(() => rowOf(at, a)?.starred, 'starred');
      await remembered(at);
      expect(mounted.press('z', { ctrlKey: true }).defaultPrevented).to.equal(false);
      mounted.press('u', { ctrlKey: true });
      await waitUntil(() => !rowOf(at, a)?.starred, 'undone');
    });

    it('keys that make no sense, and those that two want, are told and do nothing', async () => {
      const at = await stage({ tag });
      const { mounted, asked } = at;
      const told: IntentFailedEvent['detail'][] = [];
      mounted.box.addEventListener('imaginations-failed', (event) => told.push(event.detail));
      const shortcuts = {
        star: 'p',
        reject: ['enter', 'q'],
        rate1: 'hyper+1',
        rate2: 7,
        move: 'w',
        nothing: 'n',
        unflag: 'tab',
      };
      mounted.element.shortcuts = shortcuts as unknown as Shortcuts;
      await mounted.settled();
      expect(mounted.press('p').defaultPrevented).to.equal(true);
      await waitUntil(() => asked.length === 1);
      expect(asked[0]?.patch, 'the host comes first').to.deep.equal({ starred: true });
      mounted.press('q');
      await waitUntil(() => asked.length === 2);
      expect(asked[1]?.patch).to.deep.equal({ flag: 'reject' });
      expect(told.length, 'once').to.equal(1);
      expect(told[0]?.intent).to.equal('shortcuts');
      expect(told[0]?.failure.code).to.equal('invalid');
      expect(told[0]?.failure.fields?.map(({ path }) => path).sort()).to.deep.equal(
        ['move', 'nothing', 'pick', 'rate1', 'rate2', 'reject', 'unflag'].sort(),
      );
    });

    it('the sheet, by keyboard alone', async () => {
      const { mounted } = await stage({ tag });
      const [a = ''] = mounted.visible;
      const sheet = (): HTMLDialogElement | null => mounted.root.querySelector('dialog.sheet');
      mounted.press('?', { shiftKey: true });
      await waitUntil(() => sheet()?.open, 'opens');
      const text = sheet()!.textContent;
      expect(text).to.contain('Pick');
      expect(text).to.contain('Archive or unarchive');
      expect(text.includes('Another month')).to.equal(tag === 'iteration-timeline');
      expect(text, 'nothing to generate with').not.to.contain('Regenerate');
      expect(sheet()!.matches(':modal')).to.equal(true);
      expect(text, 'no sign that a font may lack').not.to.match(/[\u2190-\u21ff]/);
      const arrows = [...sheet()!.querySelectorAll('kbd > [role=img]')].map((one) => one.getAttribute('aria-label'));
      expect(arrows).to.include.members(['Left arrow', 'Right arrow', 'Up arrow', 'Down arrow']);
      const line = [...sheet()!.querySelectorAll('.sheet-line')].find((one) => one.textContent.includes('Menu'));
      const words = [...(line?.querySelectorAll('dd > span:not(.sheet-keys)') ?? [])].map((one) => one.textContent);
      expect(words).to.deep.equal(['or', 'or']);
      mounted.press('s');
      mounted.press('Escape');
      await waitUntil(() => !sheet()?.open, 'closes');
      expect(mounted.focused, 'the focus is back').to.equal(a);
    });
  });
}

describe('judging', () => {
  it('keys and lines of the sheet that nothing answers to are not there', async () => {
    const library = new LiveLibrary(pictures(10));
    library.patch(picture(9).id, { starred: true });
    const mounted = await mountFull(library);
    mounted.focus(mounted.visible[0]!);
    for (const key of ['s', '1', 'p', 'x', 'u', 'e', 'Delete']) {
      expect(mounted.press(key).defaultPrevented, key).to.equal(false);
    }
    mounted.press('?');
    await waitUntil(() => mounted.root.querySelector<HTMLDialogElement>('dialog.sheet')?.open, 'opens');
    const text = mounted.root.querySelector('dialog.sheet')?.textContent ?? '';
    expect(text).not.to.contain('Pick');
    expect(text).not.to.contain('Undo');
    expect(text).to.contain('Open');
  });

  it('starring one of a thousand draws one tile', async () => {
    const at = await stage({ count: 1000 });
    const { mounted } = at;
    const [a = ''] = mounted.visible;
    const touched = new Set<string | undefined>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        touched.add(element?.closest<HTMLElement>('.tile')?.dataset['id']);
      }
    });
    observer.observe(mounted.canvas, { subtree: true, childList: true, attributes: true, characterData: true });
    mounted.press('s');
    await waitUntil(() => mounted.tile(a)?.querySelector('.mark-star'), 'drawn');
    await mounted.settled();
    observer.disconnect();
    expect([...touched]).to.deep.equal([a]);
    const nodes = mounted.tiles.map((tile) => 1 + tile.querySelectorAll('*').length);
    expect(nodes.reduce((sum, one) => sum + one, 0) / nodes.length).to.be.at.most(12);
  });

  it('stars everything that is selected unless all of that has a star, by key and by menu', async () => {
    const library = new BatchLibrary({ row: (row, number) => (number % 2 ? row : { ...row, starred: true }) });
    const { mounted } = await mountSelected(library, 1);
    const [a = '', b = ''] = mounted.visible.filter((id) => library.store.iteration(id)?.starred);
    const plain = mounted.visible.find((id) => !library.store.iteration(id)?.starred)!;
    await press(mounted, '[data-batch=all]');
    selectionOf(library.store).set([a], false, '');
    await mounted.settled();
    mounted.focus(b);
    const init = { bubbles: true, composed: true, cancelable: true, button: 2 };
    mounted.tile(b)!.dispatchEvent(new MouseEvent('contextmenu', init));
    await waitUntil(() => mounted.root.querySelector('.menu:popover-open'), 'the menu of what is selected');
    const labels = [...mounted.root.querySelectorAll('.menu:popover-open .menu-label')].map((line) => line.textContent);
    expect(labels).to.include('Star');
    mounted.press('Escape');
    mounted.focus(a);
    mounted.press('s');
    await waitUntil(() => library.sent.length === 1, 'said');
    await waitUntil(() => library.store.iteration(plain)?.starred, 'starred');
    expect(library.store.iteration(b)?.starred, 'still').to.equal(true);
  });

  it('a line shows tags and notes too, whatever is in them', async () => {
    const library = new LiveLibrary(pictures(3));
    letAnnotate(library);
    const { id } = picture(2);
    library.patch(id, { tags: ['<img src=x onerror=alert(1)>', 'b'], note: 'n', rating: 2 });
    const mounted = await mountFull(library, { layout: 'list' });
    await waitUntil(() => marks(mounted, id).includes('2/5'), 'rating');
    expect(marks(mounted, id)).to.contain('<img src=x');
    expect(marks(mounted, id)).to.contain('+1');
    expect(mounted.tile(id)?.querySelector('.line-marks img')).to.equal(null);
  });
});
