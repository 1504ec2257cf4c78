import { expect, fixture, html } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import '../../../src/define.js';
import '../../../src/define/iteration-grid.js';
import '../../../src/define/iteration-lightbox.js';
import type { HostActionEvent } from '../../../src/elements/host/host-action-event.js';
import type { HostAction } from '../../../src/elements/host/host-action.js';
import type { ImaginationsProvider } from '../../../src/elements/imaginations-provider/imaginations-provider-element.js';
import type { IntentFailedEvent } from '../../../src/elements/intents/iteration-events.js';
import type { Iteration } from '../../../src/model/index.js';
import type { BuiltInAction } from '../../../src/store/index.js';
import { seedLibrary } from '../../../src/testing/index.js';
import { waitUntil } from '../../support/wait.js';

const library = seedLibrary(6, { finished: true });
const PATH = 'M4 4h16v16H4z';

interface Given {
  readonly actions?: readonly unknown[];
  readonly disabled?: readonly BuiltInAction[];
}

async function mount({ actions, disabled }: Given) {
  const provider = await fixture<ImaginationsProvider>(
    html`<imaginations-provider
      .adapter=${createMemoryAdapter(library)}
      .hostActions=${actions}
      .disabledActions=${disabled}
    >
      <iteration-grid style="block-size: 500px"></iteration-grid>
      <iteration-lightbox></iteration-lightbox>
    </imaginations-provider>`,
  );
  const grid = provider.querySelector('iteration-grid')!;
  const lightbox = provider.querySelector('iteration-lightbox')!;
  const inGrid = (selector: string): HTMLElement[] => [...grid.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  const inBox = (selector: string): HTMLElement[] => [...lightbox.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  await waitUntil(() => inGrid('.tile[data-id]').length > 1 && inGrid('[data-tile-action=menu]').length > 0, 'tiles');
  const labels = (items: readonly HTMLElement[]): string[] => items.map((one) => one.textContent.trim());
  const menu = async (): Promise<string[]> => {
    const [tile] = inGrid('.tile[data-id]');
    tile!.focus();
    tile!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ContextMenu', bubbles: true, composed: true }));
    await waitUntil(() => inGrid('.menu:popover-open').length > 0, 'the menu');
    return labels(inGrid('[role=menuitem]'));
  };
  const select = async (count: number): Promise<string[]> => {
    for (const button of inGrid('[data-tile-action=select]').slice(0, count)) button.click();
    await waitUntil(() => inGrid('.batch-count')[0]?.textContent.includes(String(count)), 'the bar');
    return inGrid('[data-batch]').map((one) => one.dataset['batch'] ?? '');
  };
  const open = async (): Promise<string[]> => {
    inGrid('.tile[data-id]')[0]!.click();
    await waitUntil(() => inBox('dialog[open] .bar .info').length > 0, 'the lightbox');
    return inBox('[data-action]').map((one) => one.dataset['action'] ?? '');
  };
  return { provider, grid, inGrid, inBox, menu, select, open };
}

const action = (more: Partial<HostAction> = {}): HostAction => ({
  id: 'print',
  label: 'Print',
  icon: PATH,
  run: () => undefined,
  ...more,
});

describe('actions of the host', () => {
  it('stand in the menu of a tile, in the bar if they take several, and in the lightbox', async () => {
    const page = await mount({
      actions: [
        action(),
        action({ id: 'both', label: 'Both', selection: 'multiple', maximum: 2 }),
        action({ id: 'films', label: 'Films', kinds: ['video'] }),
        action({ id: 'never', label: 'Never', enabled: () => false }),
        action({
          id: 'broken',
          label: 'Broken',
          enabled: () => {
            throw new Error('mine');
          },
        }),
      ],
    });
    const kind = page.provider.activeStore?.iteration(page.inGrid('.tile')[0]?.dataset['id'] ?? '')?.kind;
    const shown = await page.menu();
    expect(shown.filter((label) => ['Print', 'Both', 'Films', 'Never', 'Broken'].includes(label))).to.deep.equal(
      kind === 'video' ? ['Print', 'Both', 'Films'] : ['Print', 'Both'],
    );
    page.inGrid('.menu')[0]!.hidePopover();
    expect(await page.select(1)).to.include.members(['host:print', 'host:both']);
    page.inGrid('[data-batch=clear]')[0]!.click();
    expect((await page.select(2)).filter((id) => id.startsWith('host:'))).to.deep.equal(['host:both']);
    page.inGrid('[data-batch=clear]')[0]!.click();
    expect(await page.open()).to.include.members(['host:print', 'host:both']);
  });

  it('run with what is selected, after an event that can stop them', async () => {
    const ran: string[][] = [];
    const run = (items: readonly Iteration[]): number => ran.push(items.map(({ id }) => id));
    const page = await mount({ actions: [action({ selection: 'multiple', run })] });
    const told: string[] = [];
    let refuses = true;
    page.provider.addEventListener('host-action', (event: HostActionEvent) => {
      told.push(event.detail.id);
      if (refuses) event.preventDefault();
    });
    await page.select(2);
    page.inGrid('[data-batch="host:print"]')[0]!.click();
    expect(ran).to.deep.equal([]);
    refuses = false;
    page.inGrid('[data-batch="host:print"]')[0]!.click();
    expect(told).to.deep.equal(['print', 'print']);
    expect(ran[0]?.length).to.equal(2);
    expect(page.inGrid('.batch').length, 'they stay selected').to.equal(1);
  });

  it('that throw are told of, and nothing reaches the page', async () => {
    const page = await mount({
      actions: [
        action({
          run: () => {
            throw new Error('mine');
          },
        }),
      ],
    });
    const texts: (string | undefined)[] = [];
    page.provider.addEventListener('imaginations-failed', ({ detail }: IntentFailedEvent) =>
      texts.push(detail.failure.userMessage),
    );
    await page.select(1);
    page.inGrid('[data-batch="host:print"]')[0]!.click();
    await waitUntil(() => texts.length > 0, 'the failure');
    expect(texts).to.deep.equal(['“Print” could not be done.']);
  });

  it('that make no sense are left out, and the host is told once', async () => {
    const told: string[] = [];
    const listen = ({ detail }: IntentFailedEvent): unknown => told.push(detail.failure.message);
    document.addEventListener('imaginations-failed', listen as EventListener);
    const page = await mount({
      actions: [
        action({ label: '<img src=x>', icon: '"/><script>' }),
        action({ label: 'Twice' }),
        { id: 'no-run', label: 'No run' },
        null,
        action({ id: '' }),
      ],
    });
    const shown = await page.menu();
    expect(shown).to.include('<img src=x>');
    expect(shown).not.to.include('Twice');
    expect(page.inGrid('.menu img, .menu script').length).to.equal(0);
    page.inGrid('.menu')[0]!.hidePopover();
    await page.select(1);
    document.removeEventListener('imaginations-failed', listen as EventListener);
    expect(told.length).to.equal(1);
    expect(told[0]).to.contain('4 left out');
  });
});

describe('built-in actions that the host turns off', () => {
  it('show nowhere, and no key does them', async () => {
    const page = await mount({ disabled: ['archive', 'download', 'copy'] });
    expect(page.provider.activeStore?.capabilities.archive).to.equal(false);
    const shown = await page.menu();
    expect(shown.filter((label) => /archive|download|copy/i.test(label))).to.deep.equal([]);
    page.inGrid('.menu')[0]!.hidePopover();
    expect((await page.select(1)).filter((id) => /archive|download/.test(id))).to.deep.equal([]);
    page.inGrid('[data-batch=clear]')[0]!.click();
    const actions = await page.open();
    expect(actions.filter((id) => /archive|download|copy/.test(id))).to.deep.equal([]);
    let asked = 0;
    page.provider.addEventListener('iterations-archive', () => asked++);
    page.provider.addEventListener('iterations-download', () => asked++);
    for (const key of ['e', 'd']) {
      page.inBox('dialog')[0]!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
    expect(asked).to.equal(0);
  });

  it('come back when the host allows them again', async () => {
    const page = await mount({ disabled: ['archive'] });
    page.provider.disabledActions = undefined;
    await page.provider.updateComplete;
    expect(await page.select(1)).to.include('archive');
  });
});
