import { html, nothing, type LitElement } from 'lit';
import { LatePart } from '../../../controllers/late-part.js';
import type { StoreHost } from '../../../controllers/store-controller.js';
import type { Id } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { placeText } from '../narrator.js';
import { guardWheel } from '../scroll-guard.js';
import type { LightboxView } from '../sequence.js';
import type { SwipeDirection } from '../stage/stage-pointer.js';
import type { GoingOn } from '../verdict.js';
import type { Walk, WalkContext } from './walk.js';

/** What stands in the bar, and below the stage. */
interface WaysRendering {
  readonly place: unknown;
  readonly strip: unknown;
}

/** The ways through a lightbox, as far as it cannot do without them before their code has come. */
export class Ways {
  readonly #walk: LatePart<Walk>;
  readonly #context: WalkContext;

  constructor(host: LitElement & StoreHost, context: WalkContext) {
    this.#context = context;
    this.#walk = new LatePart<Walk>(host, async () => (await import('./walk-part.js')).walkOf(host, context));
  }

  /** What is likely to be looked at next, besides the siblings. */
  get ahead(): readonly Id[] {
    return this.#walk.now?.ahead ?? [];
  }

  /** Fetches the rest, as soon as something shows. */
  need(): void {
    void this.#walk.need();
  }

  /** Where a view stands, in words. */
  placeText(view: LightboxView): string {
    return this.#walk.now?.placeText(view) ?? placeText(view, this.#context.localizer());
  }

  /** What is shown in place of what has left; nothing as long as that is not known. */
  replace(store: ImaginationsStore, view: LightboxView, sibling: Id | null): Id | null | undefined {
    const walk = this.#walk.now;
    if (walk) return walk.replace(store, view, sibling);
    if (sibling !== null) return sibling;
    // Another session may be next; it is asked again when the code has come.
    void this.#walk.need().then((come) => {
      if (!come && store.navigation.value.iterationId === view.id) store.navigate({ iterationId: null });
    });
    return undefined;
  }

  /** To the previous (-1) or next (1) across the session. */
  readonly step = (by: 1 | -1): void => {
    void this.#walk.need().then((walk) => walk?.step(by));
  };

  /** The session goes no further. */
  readonly ended = (by: 1 | -1): void => {
    void this.#walk.need().then((walk) => walk?.ended(by));
  };

  /** To the last of the session, however many are still to be read. */
  readonly toEnd = (): void => {
    void this.#walk.need().then((walk) => walk?.toEnd());
  };

  /** To the next that nobody has decided on; answers which one that is. */
  readonly advance = async (store: ImaginationsStore, going: GoingOn): Promise<Id | undefined> =>
    (await this.#walk.need())?.advance(store, going);

  readonly swipe = (direction: SwipeDirection): void => {
    if (direction === 'up' || direction === 'down') this.step(direction === 'up' ? 1 : -1);
    else this.#context.turnVisually(direction === 'left' ? 1 : -1);
  };

  readonly wheel = (event: WheelEvent): void => {
    guardWheel(event);
    this.#walk.now?.tilt.take(event);
  };

  readonly toggleStrip = (): void => {
    void this.#walk.need().then((walk) => walk?.strip.toggle());
  };

  readonly startSlideshow = (): void => {
    void this.#walk.need().then((walk) => walk?.startSlideshow());
  };

  /**
   * There is room for the strip, where there may be siblings, before it is there.
   * @param isFirst whether there is nothing else yet.
   */
  render(view: LightboxView, store: ImaginationsStore, isFirst: boolean): WaysRendering {
    const walk = this.#walk.now;
    const hasStrip = (walk?.strip.shows ?? true) && (!view.row || view.list !== undefined);
    if (isFirst) return { place: nothing, strip: hasStrip ? nothing : undefined };
    return {
      place: walk?.renderPlace(view) ?? html`<span class="place">${this.placeText(view)}</span>`,
      strip: hasStrip ? (walk?.renderStrip(view, store) ?? nothing) : undefined,
    };
  }
}
