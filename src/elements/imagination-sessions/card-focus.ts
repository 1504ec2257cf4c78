import { KeyReveal } from '../../internal/reveal-around.js';
import { reveal } from '../../internal/reveal.js';
import type { Id } from '../../model/index.js';
import type { CardIds } from './card-anchors.js';
import type { CardRange } from './page-window.js';

/** A card, and the control in it. */
export interface CardPlace {
  readonly id: Id;
  readonly control: string;
}

const OPEN = 'open';

/** Where the focus is among cards that come and go; kept by id, never by place. */
export class CardFocus {
  /** The card that arrows start from and Tab reaches. */
  current: Id | undefined;
  readonly #root: () => ShadowRoot | null;
  readonly #scroller: () => HTMLElement | null;
  readonly #keyed = new KeyReveal(() => this.#root()?.host);
  #wanted: CardPlace | undefined;
  /** What has the focus while others are drawn. */
  #had: CardPlace | undefined;
  /** Where the focus goes as soon as it is known which card that is: a place, from the end. */
  #awaited: number | undefined;
  /** Something that is no card had the focus: a button that tries again. */
  #hadFocusBeside = false;
  /** The scroller has it for want of a card. */
  #isHomeless = false;

  /** @param scroller takes the focus when no card can. */
  constructor(root: () => ShadowRoot | null, scroller: () => HTMLElement | null) {
    this.#root = root;
    this.#scroller = scroller;
  }

  /** What has the focus, or gets it once it is drawn. */
  get place(): CardPlace | undefined {
    return this.#wanted ?? this.focused;
  }

  /** The card, and the control in it, that has the focus. */
  get focused(): CardPlace | undefined {
    const active = this.#root()?.activeElement;
    const id = active?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    return id === undefined ? undefined : { id, control: (active as HTMLElement).dataset['control'] ?? '' };
  }

  /** The card that keys start from: the scroller stands in for one that is no more. */
  get origin(): Id | undefined {
    return this.#root()?.activeElement === this.#scroller() ? this.current : this.focused?.id;
  }

  /** The place that keys start from, or -1: also one that the focus is still on its way to. */
  placeIn(ids: CardIds): number {
    const { origin } = this;
    if (origin === undefined) return -1;
    return this.#awaited === undefined ? ids.indexOf(origin) : ids.length - this.#awaited;
  }

  /** Moves the focus to a card's name, or gives it nowhere after all. */
  want(id: Id | undefined): void {
    this.#wanted = id === undefined ? undefined : { id, control: OPEN };
    this.#awaited = undefined;
  }

  /** Moves the focus to the card at a place, as a key tells, as soon as it is known which that is. */
  wantPlace(place: number, ids: CardIds): void {
    this.want(ids[place]);
    this.#keyed.begin();
    if (ids[place] === undefined) this.#awaited = ids.length - place;
  }

  /** To be called before other cards are drawn: one that goes hands the focus to the one that takes its place. */
  keep(before: CardIds, after: CardIds, drawn: CardRange): void {
    this.#arrive(after, drawn);
    const { focused } = this;
    const [active, scroller] = [this.#root()?.activeElement ?? null, this.#scroller()];
    this.#hadFocusBeside = Boolean(!focused && active !== scroller && scroller?.contains(active));
    if (focused && !this.#wanted && focused.control !== '') {
      const isThere = before === after || after.includes(focused.id);
      const at = isThere ? 0 : Math.max(0, Math.min(before.indexOf(focused.id), after.length - 1));
      this.#had = focused;
      this.#wanted = isThere ? focused : { id: after[at] ?? '', control: OPEN };
    }
    // What gets the focus is drawn as the current one at once, not by a further update.
    if (this.#wanted) this.current = this.#wanted.id;
    if (this.current === undefined || (before !== after && !after.includes(this.current))) this.current = after[0];
  }

  /** To be called once they are drawn. */
  give(): void {
    const [wanted, had] = [this.#wanted, this.#had];
    this.#wanted = this.#had = undefined;
    const [root, scroller] = [this.#root(), this.#scroller()];
    if (!wanted) {
      this.#takeIn(root, scroller);
      return;
    }
    const cards = [...(root?.querySelectorAll<HTMLElement>('.card[data-id]') ?? [])];
    const card = cards.find(({ dataset }) => dataset['id'] === wanted.id);
    const controls = [...(card?.querySelectorAll<HTMLElement>('[data-control]') ?? [])];
    const named = (name: string): HTMLElement | undefined =>
      controls.find(({ dataset }) => dataset['control'] === name);
    const target = named(wanted.control) ?? named(OPEN) ?? scroller;
    if (!target || root?.activeElement === target) return;
    target.focus({ preventScroll: true });
    // One that has been moved in the document gets back what it had: nobody goes there.
    if (!card || !scroller || wanted === had) return;
    reveal(scroller, card);
    // Nor where the card has left that had it.
    if (!had) this.#keyed.arrive(scroller, card);
  }

  #arrive(ids: CardIds, drawn: CardRange): void {
    if (this.#awaited === undefined) return;
    const place = ids.length - this.#awaited;
    // Who has gone elsewhere meanwhile is not called back.
    if (!this.#root()?.activeElement) this.#awaited = undefined;
    else if (ids[place] !== undefined && place >= drawn.first && place < drawn.end) this.want(ids[place]);
  }

  /** A button that has gone with what it tried again hands the focus on: to a card, or what there is instead. */
  #takeIn(root: ShadowRoot | null, scroller: HTMLElement | null): void {
    const active = root?.activeElement;
    if (active ? !this.#isHomeless || active !== scroller : !this.#hadFocusBeside) return;
    const card = root?.querySelector<HTMLElement>('.card [data-control=open][tabindex="0"]');
    const target = card ?? root?.querySelector<HTMLElement>('.state > button');
    this.#isHomeless = !target;
    (target ?? scroller)?.focus({ preventScroll: true });
  }
}
