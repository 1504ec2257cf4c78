import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { queryKey, type Id } from '../../model/index.js';
import { SegmentOrder } from '../../store/indexed/segment-order.js';
import type { Span } from '../../store/selection/selection.js';
import type { CollectionModel, IdOrder, SectionItems, SectionKey } from '../collection/collection-model.js';
import type { CollectionRest } from '../collection/collection-rest.js';
import { sectionItems } from '../collection/section-items.js';
import type { SectionView } from '../collection/section-view.js';

/** Sections of which the ids are kept. */
const MOST_READ = 12;

/** How much of a section is selected. */
export type SectionChoiceState = 'all' | 'some' | 'none';

interface Known {
  readonly of: readonly unknown[];
  readonly value: SectionChoiceState;
}

/** What the checkbox of a heading needs of its element. */
export interface SectionChoiceContext {
  /** The key of the section of an iteration. */
  key(): SectionKey;
  /** What a section is called. */
  name(section: SectionView): string;
  /** Whether Tab reaches it. */
  isStop(section: SectionView): boolean;
  spotAt(item: number): string | undefined;
  readonly handleKeydown: (event: KeyboardEvent) => void;
}

/** Selects all of a section, read or not, by the checkbox in its heading. */
export class SectionChoice {
  readonly #host: LitElement;
  readonly #rest: CollectionRest;
  readonly #context: SectionChoiceContext;
  /** By the key of a section, in one order. */
  readonly #states = new Map<string, Known>();
  #order: IdOrder | undefined;
  /** What was read of sections to select it, by their lists and keys: the list itself may not hold it. */
  readonly #read = new Map<string, readonly Id[]>();

  constructor(host: LitElement, rest: CollectionRest, context: SectionChoiceContext) {
    this.#host = host;
    this.#rest = rest;
    this.#context = context;
  }

  /** The checkbox; nothing where one at most can be selected, or nobody can say yet where the section ends. */
  render(section: SectionView): TemplateResult | typeof nothing {
    const { selection, localizer } = this.#rest;
    const model = this.#rest.model();
    const items = itemsOf(model, section);
    if (!selection.isPossible || selection.now?.mode !== 'multiple') return nothing;
    if (!items.isWhole && !(model.order instanceof SegmentOrder)) return nothing;
    const state = this.#stateOf(section.key, items);
    const label = localizer.t('timeline.select', { section: this.#context.name(section) });
    return html`<span class="chooser" role="gridcell"
      ><button
        type="button"
        class="choose"
        part="choose"
        role="checkbox"
        aria-checked=${state === 'some' ? 'mixed' : state === 'all'}
        aria-label=${label}
        title=${label}
        tabindex=${this.#context.isStop(section) ? nothing : -1}
        data-first=${this.#context.spotAt(section.first)}
        @click=${() => void this.#choose(section, items, state !== 'all')}
        @keydown=${this.#context.handleKeydown}
      ></button
    ></span>`;
  }

  #stateOf(key: string, { first, end }: SectionItems): SectionChoiceState {
    const { now } = this.#rest.selection;
    const model = this.#rest.model();
    if (!now || now.isEmpty) return 'none';
    const of = [now, now.version, first, end];
    if (this.#order !== model.order) this.#states.clear();
    this.#order = model.order;
    const known = this.#states.get(key);
    if (known?.of.every((one, at) => one === of[at])) return known.value;
    let [some, all] = [false, true];
    const read = this.#read.size > 0 ? this.#read.get(this.#readKey(key)) : undefined;
    const isKnown = read?.length === end - first;
    for (let item = first; item < end && (all || !some); item++) {
      const id = model.id(item) ?? (isKnown ? read[item - first] : undefined);
      // Of what has not been read only everything can be selected.
      const isSelected = id === undefined ? now.everything !== undefined && now.except.size === 0 : now.has(id);
      some ||= isSelected;
      all &&= isSelected;
    }
    const value = all && end > first ? 'all' : some ? 'some' : 'none';
    this.#states.set(key, { of, value });
    return value;
  }

  #readKey(key: string): string {
    return `${queryKey(this.#rest.selection.query)} ${key}`;
  }

  #keep(key: string, ids: readonly Id[]): void {
    this.#read.delete(key);
    this.#read.set(key, ids);
    const [oldest = ''] = this.#read.keys();
    if (this.#read.size > MOST_READ) this.#read.delete(oldest);
  }

  async #choose(section: SectionView, items: SectionItems, on: boolean): Promise<void> {
    const { selection } = this.#rest;
    const model = this.#rest.model();
    const ids = idsIn(model.order, items);
    if (ids && items.isWhole) {
      selection.set(ids, on);
      this.#host.requestUpdate();
      return;
    }
    const key = this.#readKey(section.key);
    await selection.read(async (more) => {
      const keyOf = this.#context.key();
      let order = await more([[section.first, Math.max(section.first + 1, items.end)]]);
      let span = runAround(order, section.first, keyOf);
      for (let unread = beside(order, span, keyOf); unread.length > 0; unread = beside(order, span, keyOf)) {
        order = await more(unread);
        span = runAround(order, section.first, keyOf);
      }
      const found = idsIn(order, { first: span[0], end: span[1] }) ?? [];
      return () => {
        this.#keep(key, found);
        selection.set(found, on);
      };
    });
  }
}

/** What belongs to a section that is drawn. */
function itemsOf(model: CollectionModel, { first }: SectionView): SectionItems {
  const { rows } = model;
  return sectionItems(model, rows.sectionOf(first));
}

/** The ids of some items; nothing where one has not been read. */
function idsIn(order: IdOrder, { first, end }: Pick<SectionItems, 'first' | 'end'>): readonly Id[] | undefined {
  const ids: Id[] = [];
  for (let item = first; item < end; item++) {
    const id = order.id(item);
    if (id === undefined) return undefined;
    ids.push(id);
  }
  return ids;
}

/** The items around one that have been read and are of its section. */
function runAround(order: SegmentOrder, item: number, keyOf: SectionKey): Span {
  const key = (at: number): string | undefined =>
    order.id(at) === undefined ? undefined : keyOf(order.time(at) ?? 0, order.session(at));
  const own = key(item);
  let [first, end] = [item, item];
  if (own === undefined) return [first, end];
  while (first > 0 && key(first - 1) === own) first--;
  while (end < order.count && key(end) === own) end++;
  return [first, end];
}

/** What stands on either side of a run, has not been read, and may belong to it. */
function beside(order: SegmentOrder, [first, end]: Span, keyOf: SectionKey): readonly Span[] {
  const own = keyOf(order.time(first) ?? 0);
  const mayBelong = (time: number | undefined): boolean =>
    keyOf.spanMs === undefined || (time !== undefined && keyOf(time) === own);
  const spans: Span[] = [];
  const before = first > 0 ? order.segments[order.segmentOf(first - 1)] : undefined;
  if (before && !before.columns && mayBelong(before.last)) spans.push([first - 1, first]);
  const after = end < order.count ? order.segments[order.segmentOf(end)] : undefined;
  if (after && !after.columns && mayBelong(after.first)) spans.push([end, end + 1]);
  return spans;
}
