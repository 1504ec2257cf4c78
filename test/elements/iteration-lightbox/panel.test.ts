import { expect } from '@open-wc/testing';
import { acceptGenerations } from '../../../src/store/commands/accept-generations.js';
import type { Generation, Iteration, Session } from '../../../src/model/index.js';
import { backend, click, dialogOf, find, image, open, press, row, shows, textOf, type Opened } from './lightbox.js';
import { waitUntil } from '../../support/wait.js';

const session = (more: Partial<Session['brief']> = {}, rest: Partial<Session> = {}): Session => ({
  id: 's',
  createdAt: '2026-01-01T12:00:00.000Z',
  brief: { prompt: 'A brief', negativePrompt: 'fog', model: 'model-1', params: { steps: 20 }, ...more },
  ...rest,
});

async function details(
  rows: readonly Iteration[],
  of = session(),
  more: Parameters<typeof backend>[1] = {},
): Promise<Opened> {
  const at = await open(backend(rows, more, of), rows[0]?.id ?? '');
  if (!find(at.box, '.panel')) press(dialogOf(at.box), 'i');
  await waitUntil(() => find(at.box, '.panel .field'), 'the details');
  return at;
}

const fields = ({ box }: Opened): Record<string, string> =>
  Object.fromEntries(
    [...(box.shadowRoot?.querySelectorAll<HTMLElement>('.field') ?? [])].map((one) => [
      one.querySelector('.field-label')?.textContent ?? '',
      one.querySelector('.field-value')?.textContent ?? '',
    ]),
  );

const all = (at: Opened, selector: string): HTMLElement[] => [
  ...(at.box.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

describe('iteration-lightbox: details', () => {
  const copied: string[] = [];
  let before: PropertyDescriptor | undefined;

  beforeEach(() => {
    copied.length = 0;
    before = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    const value = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
  });

  afterEach(() => {
    if (before) Object.defineProperty(navigator, 'clipboard', before);
    else Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('offer no brief where there is none', async () => {
    const none: Session = { ...session(), brief: { prompt: '' } };
    const at = await details([row('a', 30, { prompt: '' })], none);
    expect(find(at.box, '.panel .whole')).to.equal(undefined);
    const other = await details([row('a', 30, { prompt: '' })], { ...none, brief: { prompt: '', model: 'model-1' } });
    expect(find(other.box, '.panel .whole')).to.be.instanceOf(HTMLElement);
  });

  it('say what it cost, where it comes from, and in which projects it is', async () => {
    const asked: unknown[] = [];
    const at = await details(
      [
        row('a', 30, {
          revisedPrompt: 'As it was understood',
          cost: { amount: 0.04, unit: 'USD', estimated: true },
          completedAt: '2026-01-01T12:31:00.000Z',
          projectIds: ['p1', 'p9'],
          provenance: {
            generator: 'Maker 2',
            digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
            c2pa: { present: true, validation: 'valid', issuer: '<b>Issuer</b>' },
            embedded: { format: 'a1111', raw: 'raw parameters' },
          },
        }),
      ],
      session({}, { projectIds: ['p2', 'p1'] }),
      {
        listProjects: (request) => {
          asked.push(request.cursor);
          return Promise.resolve(
            request.cursor === undefined
              ? { items: [{ id: 'p1', name: 'One' }], nextCursor: 'x' }
              : { items: [{ id: 'p2', name: 'Two' }], nextCursor: null },
          );
        },
      },
    );
    await waitUntil(() => fields(at)['Projects'] === 'One, p9, Two', 'the names of the projects');
    expect(asked).to.deep.equal([undefined, 'x']);
    expect(fields(at)).to.include({
      Cost: 'about $0.04',
      'Made with': 'Maker 2',
      Source: 'Made by AI',
      Credentials: 'Valid',
      Issuer: '<b>Issuer</b>',
    });
    expect(Object.keys(fields(at))).to.include('Finished');
    expect(all(at, '.prose').map((one) => one.textContent)).to.deep.equal([
      'Prompt of a',
      'As it was understood',
      'fog',
      'raw parameters',
    ]);
    all(at, '.field')
      .find((one) => one.textContent.includes('Maker 2'))
      ?.click();
    await waitUntil(() => copied.length === 1);
    expect(copied).to.deep.equal(['Maker 2']);
  });

  it('survive what is no price, no date and no provenance', async () => {
    const at = await details([
      row('a', 30, {
        cost: { amount: Number.NaN, unit: 'USD' },
        completedAt: 'never',
        provenance: { generator: 7, digitalSourceType: {}, c2pa: { present: false } } as unknown as NonNullable<
          Iteration['provenance']
        >,
      }),
    ]);
    expect(fields(at)).to.include({ Credentials: 'None' });
    expect(Object.keys(fields(at))).not.to.include.any.members(['Cost', 'Finished', 'Made with', 'Source']);
  });

  it('survive what is no text, and copy what is', async () => {
    const provenance = { c2pa: { present: true, validation: 'constructor' } };
    const at = await details(
      [row('a', 30, { seed: 42, model: null, provenance, params: { big: 1n } } as unknown as Partial<Iteration>)],
      session({ references: null, negativePrompt: { no: 'text' }, model: 7 } as unknown as Session['brief']),
    );
    expect(fields(at)).to.include({ Model: '7', Seed: '42', Credentials: 'There, not checked' });
    click(at.box, '.whole button');
    await waitUntil(() => copied.length === 1);
    expect(copied[0]).to.equal('Prompt of a\n\nModel: 7\nSeed: 42');
  });

  it('copy the whole brief, as text and as JSON', async () => {
    const reference = { id: 'r', name: 'Board', kind: 'image', source: image('p:other') } as const;
    const at = await details(
      [row('a', 30, { seed: '18446744073709551615', params: { steps: 30, sampler: 'euler' } })],
      session({ references: [reference] }),
    );
    const [text, json] = all(at, '.whole button');
    text?.click();
    await waitUntil(() => textOf(at.box, '.toasts').includes('Brief copied'));
    json?.click();
    await waitUntil(() => copied.length === 2);
    expect(copied[0]).to.equal(
      'Prompt of a\n\nWithout: fog\nReferences: Board\nModel: model-1\nSeed: 18446744073709551615\nsteps: 30\nsampler: euler',
    );
    expect(JSON.parse(copied[1] ?? '')).to.deep.equal({
      prompt: 'Prompt of a',
      negativePrompt: 'fog',
      references: [{ id: 'r', name: 'Board', kind: 'image' }],
      model: 'model-1',
      seed: '18446744073709551615',
      params: { steps: 30, sampler: 'euler' },
    });
  });

  it('open a reference: what it was taken from, a look at it, or its address', async () => {
    const at = await details(
      [row('a', 30), row('b', 20)],
      session({
        references: [
          { id: '1', name: 'From b', kind: 'image', source: image(), from: { iterationId: 'b' } },
          { id: '2', name: 'Look', kind: 'image', source: image('p:other') },
          {
            id: '3',
            name: 'Paper',
            kind: 'file',
            source: { url: 'https://example.test/a.pdf', mime: 'application/pdf' },
          },
          { id: '4', name: 'Bad', kind: 'file', source: { url: 'javascript:alert(1)', mime: 'text/html' } },
          { id: '5', name: 'Own', kind: 'file', source: { url: 'p:audio', mime: 'text/html' } },
        ],
      }),
    );
    const items = all(at, '.reference');
    expect(items.map((one) => one.localName)).to.deep.equal(['button', 'button', 'a', 'span', 'span']);
    expect(items[2]?.getAttribute('href')).to.equal('https://example.test/a.pdf');
    expect(items[2]?.getAttribute('rel')).to.equal('noopener noreferrer');
    items[1]?.focus();
    items[1]?.click();
    await waitUntil(() => find(at.box, '.look')?.matches(':popover-open'), 'a look');
    await waitUntil(() => find(at.box, '.look img[data-state]'), 'its picture');
    expect(find(at.box, '.look a')).to.equal(undefined);
    press(at.box.shadowRoot?.activeElement ?? undefined, 'ArrowRight');
    expect(at.box.iterationId).to.equal('a');
    press(at.box.shadowRoot?.activeElement ?? undefined, 'Escape');
    await waitUntil(() => !find(at.box, '.look'), 'closes the look alone');
    expect(dialogOf(at.box).open).to.equal(true);
    expect(at.box.shadowRoot?.activeElement?.textContent).to.include('Look');
    items[0]?.click();
    await shows(at, 'b');
  });

  it('show the attempt, and open everything that it made', async () => {
    const more = { generationId: 'g' } as const;
    const generation: Generation = {
      id: 'g',
      sessionId: 's',
      createdAt: '2026-01-01T12:00:00.000Z',
      origin: 'regenerate',
      status: 'succeeded',
      requested: 3,
      filtered: 1,
      iterationIds: ['a', 'b'],
      cost: { amount: 12, unit: 'credits' },
    };
    const at = await details([
      row('a', 30, { ...more, variant: 0 }),
      row('b', 20, { ...more, variant: 1, status: 'failed' }),
      row('c', 10, { generationId: 'h' }),
    ]);
    await waitUntil(() => all(at, '.sibling').length === 2, 'its siblings');
    expect(find(at.box, '.story')).to.equal(undefined);
    acceptGenerations(at.store.core, [{ generation }]);
    await waitUntil(() => textOf(at.box, '.story') === 'Made again · 3 variants · 1 withheld', 'its story');
    expect(fields(at)['Cost']).to.equal('12 credits for the attempt');
    expect(all(at, '.sibling').map((one) => one.getAttribute('aria-current'))).to.deep.equal(['true', null]);
    all(at, '.sibling')[1]?.click();
    await shows(at, 'b');
    await waitUntil(() => all(at, '.sibling')[1]?.getAttribute('aria-current') === 'true');
  });

  it('know no attempt where none is said, and look only near what is shown', async () => {
    const rows = Array.from({ length: 300 }, (_, at) =>
      row(`r${String(at).padStart(3, '0')}`, 300 - at, {
        generationId: at === 1 || at === 2 ? 'g' : null,
      } as unknown as Partial<Iteration>),
    );
    const at = await details(rows);
    await waitUntil(() => textOf(at.box, '.place').includes('300'), 'all are known');
    expect(all(at, '.sibling').length).to.equal(0);
    at.store.navigate({ iterationId: 'r001' });
    await waitUntil(() => all(at, '.sibling').length === 2, 'its siblings');
    const asked = new Set<string>();
    const ask = at.store.iteration.bind(at.store);
    at.store.iteration = (id) => {
      asked.add(id);
      return ask(id);
    };
    at.box.requestUpdate();
    await at.box.updateComplete;
    expect(asked.has('r250')).to.equal(false);
  });

  it('fold a text of a megabyte, and copy all of it', async () => {
    const prompt = 'שלום עולם '.repeat(100_000);
    const at = await details([row('a', 30, { prompt })]);
    expect(textOf(at.box, '.prose').length).to.be.below(400);
    expect(find(at.box, '.prose')?.getAttribute('dir')).to.equal('auto');
    click(at.box, '.whole button');
    await waitUntil(() => copied.length === 1);
    expect(copied[0]?.startsWith(prompt)).to.equal(true);
  });
});
