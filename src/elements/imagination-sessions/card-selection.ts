import { html, nothing, type TemplateResult } from 'lit';
import { isAbort } from '../../data/index.js';
import { clipText } from '../../internal/clip-text.js';
import { queryKey, type Id, type Instant, type Query, type Session } from '../../model/index.js';
import { isPlaceholder, type ImaginationsStore } from '../../store/index.js';
import { isSession } from '../../store/sanitize.js';
import type { StoreSelection } from '../../store/selection/selection-of.js';
import type { GestureOutcome, SelectionOrder, Span } from '../../store/selection/selection.js';
import { rememberIterations, selectedIterations, sessionSelectionOf } from '../../store/selection/session-selection.js';
import { LongPress } from '../collection/long-press.js';
import { withHidden } from '../collection/with-hidden.js';
import { sessionName } from '../session/session-name.js';
import type { Cards } from './cards.js';

const NAME_LENGTH = 60;

const cardOf = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('.card[data-id]') : null;

const controlOf = (event: Event): string | undefined =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-control]')?.dataset['control'] : undefined;

/** What a person selects among cards: by checkbox, modifiers, keys and a finger that rests, over the whole list, drawn or not. */
export class CardSelection {
  readonly #cards: Cards;
  readonly #announce: (text: string, about?: string) => void;
  readonly #press = new LongPress();
  #order: { readonly of: unknown; readonly value: SelectionOrder } | undefined;
  #reading: AbortController | undefined;
  #isTouch = false;

  constructor(cards: Cards, announce: (text: string, about?: string) => void) {
    this.#cards = cards;
    this.#announce = announce;
    const root = cards.host.renderRoot;
    // Before the controls of a card hear of it: with a modifier, none of them is meant.
    root.addEventListener('click', this.#handleClick, true);
    root.addEventListener('keydown', this.#handleKeydown, true);
    root.addEventListener('keyup', this.#handleKeyup, true);
    root.addEventListener('pointerdown', this.#handlePointerdown, true);
    cards.host.addController({
      hostDisconnected: () => {
        this.#press.cancel();
        this.#reading?.abort();
      },
    });
  }

  get now(): StoreSelection | undefined {
    const store = this.#cards.store();
    return store && sessionSelectionOf(store);
  }

  /** What there is to select for: a command over several. */
  get isPossible(): boolean {
    return this.#cards.store()?.capabilities.archive ?? false;
  }

  has(id: Id): boolean {
    return this.now?.has(id) ?? false;
  }

  /** The checkbox of a card. */
  renderCheck(session: Session, isCurrent: boolean): TemplateResult | typeof nothing {
    if (!this.isPossible || isPlaceholder(session.id)) return nothing;
    const localizer = this.#cards.localizer();
    const label = localizer.t('session.select', { title: clipText(sessionName(session, localizer), NAME_LENGTH) });
    return html`<button
      type="button"
      class="card-check"
      role="checkbox"
      data-control="check"
      tabindex=${isCurrent ? 0 : -1}
      aria-checked=${this.has(session.id) ? 'true' : 'false'}
      aria-label=${label}
    ></button>`;
  }

  all(): void {
    this.#reading?.abort();
    const { now } = this;
    if (now) this.#tell(now, now.all(this.#cards.query(), this.#until));
  }

  clear(): boolean {
    this.#reading?.abort();
    const { now } = this;
    if (!now || now.isEmpty) return false;
    now.clear();
    this.#say(this.#cards.localizer().t('selection.none'));
    return true;
  }

  get #view(): string {
    return queryKey(this.#cards.query());
  }

  /** When the newest there is came. */
  get #until(): Instant {
    const [store, ids] = [this.#cards.store(), this.#cards.ids()];
    const newest = store?.session(ids.find((id) => id !== undefined && !isPlaceholder(id)) ?? '');
    return newest?.createdAt ?? new Date(store?.now() ?? 0).toISOString();
  }

  /** A tap selects as long as something is selected: there are no modifiers under a finger. */
  get #selects(): boolean {
    return this.#isTouch && this.now?.isEmpty === false;
  }

  readonly #handlePointerdown = (event: Event): void => {
    if (!(event instanceof PointerEvent)) return;
    this.#isTouch = event.pointerType === 'touch';
    const id = cardOf(event)?.dataset['id'];
    if (id === undefined || !this.#canSelect(id) || controlOf(event) === 'more') return;
    // Around what listens here: the click that follows must not come this far.
    this.#press.begin(event, this.#cards.host, () => this.#toggle(id));
  };

  readonly #handleClick = (event: Event): void => {
    const id = cardOf(event)?.dataset['id'];
    if (!(event instanceof MouseEvent) || id === undefined || !this.#canSelect(id)) return;
    const control = controlOf(event);
    const isModified = event.shiftKey || event.ctrlKey || event.metaKey;
    const isMeant = control === 'check' || ((isModified || this.#selects) && control !== 'more');
    if (!isMeant || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.stopPropagation();
    // Keys go on from the card that was pressed: not every browser gives a button the focus.
    if (control === 'check') cardOf(event)?.querySelector<HTMLElement>('.card-check')?.focus({ preventScroll: true });
    if (event.shiftKey) this.#extendTo(this.#cards.ids().indexOf(id));
    else this.#toggle(id);
  };

  readonly #handleKeydown = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing) return;
    const { target } = event;
    if (!(target instanceof Element) || target instanceof HTMLInputElement || !target.closest('.scroller')) return;
    if (!this.isPossible || !this.#key(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A button is pressed when the key goes up: what it did already is not done twice. */
  readonly #handleKeyup = (event: Event): void => {
    const isSpace = event instanceof KeyboardEvent && event.key === ' ';
    if (isSpace && controlOf(event) === 'open' && this.isPossible) event.preventDefault();
  };

  #key(event: KeyboardEvent): boolean {
    const { key, altKey, shiftKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    if (altKey) return false;
    if (ctrl && !shiftKey && key.toLowerCase() === 'a') {
      this.all();
      return true;
    }
    if (key === 'Escape') return !ctrl && !shiftKey && this.clear();
    const [origin, ids] = [this.#cards.origin(), this.#cards.ids()];
    if (origin === undefined || ctrl) return false;
    if (key === ' ' && controlOf(event) === 'open') {
      if (!event.repeat && this.#canSelect(origin)) {
        if (shiftKey) this.#extendTo(ids.indexOf(origin));
        else this.#toggle(origin);
      }
      return true;
    }
    const to = shiftKey ? this.#cards.leadsTo({ key, altKey, ctrlKey: false, metaKey: false, shiftKey: false }) : -1;
    if (to < 0) return false;
    const { now } = this;
    if (now && (now.anchor === undefined || !ids.includes(now.anchor))) now.set([origin], true, this.#view);
    this.#extendTo(to);
    this.#cards.go(to);
    return true;
  }

  #canSelect(id: Id): boolean {
    return this.isPossible && !isPlaceholder(id);
  }

  #toggle(id: Id): void {
    this.#reading?.abort();
    const { now } = this;
    if (now) this.#tell(now, now.toggle(id, this.#view));
  }

  #extendTo(place: number): void {
    const { now } = this;
    if (!now || place < 0) return;
    this.#reading?.abort();
    const order = this.#orderOf(this.#cards.ids());
    void now.extend(order, place, this.#view, (outcome) => {
      if (outcome.unread.length === 0) this.#tell(now, outcome);
      else void this.#read(now, place, outcome.unread);
    });
  }

  /** The same object as long as nothing has moved. */
  #orderOf(ids: readonly (Id | undefined)[]): SelectionOrder {
    if (this.#order?.of !== ids) {
      const value = { count: ids.length, id: (place: number) => ids[place], indexOf: (id: Id) => ids.indexOf(id) };
      this.#order = { of: ids, value };
    }
    return this.#order.value;
  }

  /** Reads what lies between, and selects it then. */
  async #read(now: StoreSelection, place: number, spans: readonly Span[]): Promise<void> {
    const store = this.#cards.store();
    if (!store) return;
    const reading = (this.#reading = new AbortController());
    this.#announce(this.#cards.localizer().t('selection.reading'));
    const view = this.#view;
    const { anchor } = now;
    try {
      const known: (Id | undefined)[] = [...this.#cards.ids()];
      const read: Session[] = [];
      for (const span of spans) await readSpan(store, this.#cards.query(), span, known, reading.signal, read);
      // Selected elsewhere meanwhile, it would begin there.
      if (reading.signal.aborted || now.anchor !== anchor) return;
      await now.extend(this.#orderOf(known), place, view, (outcome) => {
        rememberIterations(store, now, read);
        this.#tell(now, outcome);
      });
    } catch (thrown) {
      if (!isAbort(thrown)) this.#announce(this.#cards.localizer().t('selection.failed'));
    }
  }

  #tell(now: StoreSelection, { isLimited }: Pick<GestureOutcome, 'isLimited'>): void {
    const localizer = this.#cards.localizer();
    if (isLimited) this.#announce(localizer.t('selection.limited', { count: now.maximum }));
    this.say(now);
  }

  /** Says how much is selected. */
  say(now: StoreSelection): void {
    this.#say(selectedSessions(this.#cards, now));
  }

  #say(text: string): void {
    this.#announce(text, 'selection');
  }
}

/** Reads the ids of a part of the list, which is not kept. */
async function readSpan(
  { adapter, core, capabilities }: ImaginationsStore,
  query: Query,
  [first, end]: Span,
  known: (Id | undefined)[],
  signal: AbortSignal,
  read: Session[],
): Promise<void> {
  const { pageSize } = capabilities.limits;
  for (let offset = first; offset < end && !signal.aborted; offset += pageSize) {
    const request = { ...query, offset, limit: Math.min(pageSize, end - offset) };
    const page = await core.caller.read((call) => adapter.listSessions(request, call), { signal });
    page.items.forEach((row: unknown, at) => {
      if (!isSession(row)) return;
      known[offset + at] ??= row.id;
      read.push(row);
    });
  }
}

/** How many sessions are selected, and how many iterations that touches, in words. */
export function selectedSessions(cards: Cards, selection: StoreSelection): string {
  const [localizer, store] = [cards.localizer(), cards.store()];
  if (selection.isEmpty || !store) return localizer.t('selection.none');
  const { count, hidden } = selection.tally(cards.query());
  if (count === null) return localizer.t('selection.everything');
  const touched = selectedIterations(store, selection);
  const { count: known, isAtLeast } = touched;
  const counted = localizer.t('selection.iterations', { count: known });
  const iterations = isAtLeast ? localizer.t('selection.atLeast', { iterations: counted }) : counted;
  const selected =
    isAtLeast && known === 0
      ? localizer.t('selection.sessions', { count })
      : localizer.t('selection.sessionsWith', { count, iterations });
  return withHidden(localizer, selected, hidden);
}
