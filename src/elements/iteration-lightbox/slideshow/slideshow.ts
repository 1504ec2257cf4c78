import type { LitElement } from 'lit';
import type { Localizer } from '../../../i18n/index.js';
import { addEnglish } from '../../../i18n/registry.js';
import { slideshowTexts } from '../../../i18n/texts/slideshow.js';
import { fillsScreen } from '../../../internal/fills-screen.js';
import type { Id } from '../../../model/index.js';
import { adoptStyles } from '../../../ui/adopt-styles.js';
import type { MenuItem } from '../../../ui/menu.js';
import { play } from '../../../ui/icon-shapes.js';
import { blank } from '../../../ui/icons/blank.js';
import { check } from '../../../ui/icons/check.js';
import { Awake } from './awake.js';
import { slideshowStyles } from './slideshow.styles.js';

/** In which order: as the list has them, or each once in any order and then anew. */
export type SlideOrder = 'forward' | 'shuffled';

/** What a slideshow needs of its lightbox. */
export interface SlideshowContext {
  readonly localizer: () => Localizer;
  /** What is shown; nothing while something else is there instead. */
  readonly shown: () => Id | null;
  /** What is gone through in any order; nothing where that is not known as a whole. */
  readonly pool: () => readonly Id[] | undefined;
  readonly open: (id: Id) => void;
  /** To the next one; answers whether there was one. */
  readonly forward: () => Promise<boolean>;
  readonly say: (text: string) => void;
}

/** How long one is shown, in ms. */
const INTERVALS = [3000, 5000, 10_000, 30_000];
/** How often is looked whether what comes slowly has come, in ms, and how long at most. */
const LOOK_MS = 250;
const MOST_LOOKS = 60;

/** One after another by itself, over the whole screen where that is possible, until any key or press. */
export class Slideshow {
  readonly #host: LitElement;
  readonly #context: SlideshowContext;
  readonly #awake = new Awake();
  /** As long as the page lives. */
  #intervalMs = INTERVALS[1] ?? 5000;
  #running: AbortController | undefined;
  #order: SlideOrder = 'forward';
  #rest: Id[] = [];
  #slide: Id | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, context: SlideshowContext) {
    addEnglish(slideshowTexts);
    adoptStyles(host, slideshowStyles);
    this.#host = host;
    this.#context = context;
    host.addController({ hostUpdated: () => this.#follow(), hostDisconnected: () => this.stop() });
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** What can be chosen. @param again opens the choice anew. */
  items(again: () => void): readonly MenuItem[] {
    const localizer = this.#context.localizer();
    const start = (order: SlideOrder): MenuItem => ({
      id: order,
      label: localizer.t(`slideshow.${order}`),
      icon: play,
      run: () => this.start(order),
    });
    const interval = (ms: number, index: number): MenuItem => ({
      id: `every${ms}`,
      label: localizer.t('slideshow.interval', { count: ms / 1000 }),
      icon: ms === this.#intervalMs ? check : blank,
      checked: ms === this.#intervalMs,
      separated: index === 0,
      run: () => {
        this.#intervalMs = ms;
        again();
      },
    });
    const isWhole = (this.#context.pool()?.length ?? 0) > 1;
    return [start('forward'), ...(isWhole ? [start('shuffled')] : []), ...INTERVALS.map(interval)];
  }

  /** Begins with what is shown. Called in answer to a press: the browser gives the screen to nothing else. */
  start(order: SlideOrder, intervalMs = this.#intervalMs): void {
    this.stop();
    const { shown, say, localizer } = this.#context;
    const dialog = this.#host.renderRoot.querySelector<HTMLElement>('dialog.shell');
    const stage = this.#stage;
    if (!dialog || !stage || shown() === null) return;
    this.#order = order;
    this.#intervalMs = intervalMs;
    this.#rest = [];
    const running = (this.#running = new AbortController());
    const { signal } = running;
    // Before anybody else: what ends it does nothing besides.
    dialog.addEventListener('keydown', this.#end, { capture: true, signal });
    dialog.addEventListener('pointerdown', this.#end, { capture: true, signal });
    dialog.addEventListener('close', () => this.stop(), { signal });
    stage.addEventListener(
      'fullscreenchange',
      () => {
        if (this.#isFull) stage.dataset['full'] = '';
        else if (stage.dataset['full'] !== undefined) this.#finish();
      },
      { signal },
    );
    // What is hidden loses the focus, and the keys with it.
    if (stage.contains(this.#host.shadowRoot?.activeElement ?? null)) dialog.focus({ preventScroll: true });
    stage.classList.add('showing');
    if (stage.ownerDocument.fullscreenEnabled && !this.#isFull) {
      void stage.requestFullscreen().then(
        // It may have ended before the screen came.
        () => !this.#running && this.#giveBack(),
        // Refused: it goes on in the window.
        () => undefined,
      );
    }
    this.#awake.keep();
    say(localizer().t('slideshow.started'));
    this.#slide = null;
    this.#follow();
  }

  /** Ends it, and gives back screen and light. */
  stop(): void {
    const stage = this.#stage;
    if (!this.#running) return;
    this.#running.abort();
    this.#running = undefined;
    clearTimeout(this.#timer);
    this.#awake.letGo();
    this.#giveBack();
    stage?.classList.remove('showing');
    if (stage) delete stage.dataset['full'];
  }

  #giveBack(): void {
    if (this.#isFull) void this.#host.ownerDocument.exitFullscreen().catch(() => undefined);
  }

  get #stage(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.stage');
  }

  get #isFull(): boolean {
    return fillsScreen(this.#stage);
  }

  /** After each drawing: another slide has its own time. */
  #follow(): void {
    if (!this.#running) return;
    const id = this.#context.shown();
    if (id === null || !this.#stage) {
      this.stop();
      return;
    }
    if (id === this.#slide) return;
    this.#slide = id;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wait(id, 0), this.#medium ? 0 : this.#intervalMs);
  }

  get #medium(): HTMLMediaElement | null {
    return this.#stage?.querySelector<HTMLMediaElement>('.frame :is(video, audio)') ?? null;
  }

  /** What plays is played to its end; a picture has had its time, once it is there. */
  #wait(id: Id, looks: number): void {
    const signal = this.#running?.signal;
    if (!signal || id !== this.#slide) return;
    const medium = this.#medium;
    const isComing =
      document.hidden || (!medium && this.#stage?.querySelector('.full')?.getAttribute('data-state') === 'loading');
    if (isComing && looks < MOST_LOOKS) {
      this.#timer = setTimeout(() => this.#wait(id, looks + (document.hidden ? 0 : 1)), LOOK_MS);
      return;
    }
    if (!medium) {
      void this.#next(id);
      return;
    }
    const loops = medium.loop;
    medium.loop = false;
    let isOver = false;
    const go = (): void => {
      // The next one may take its time.
      clearTimeout(this.#timer);
      if (!isOver) void this.#next(id);
      isOver = true;
    };
    const end = { once: true, signal } as const;
    medium.addEventListener('ended', go, end);
    medium.addEventListener('error', go, end);
    signal.addEventListener('abort', () => (medium.loop = loops), { once: true });
    if (medium.ended || medium.currentTime > 0) medium.currentTime = 0;
    void medium.play().then(
      () => this.#watch(medium, go, 0, 0),
      // It cannot be played, or must not be without a press: it is shown for as long as a picture.
      () => (this.#timer = setTimeout(go, this.#intervalMs)),
    );
  }

  /** Goes on from what does not play on: paused by a headset, or by another player, or there is no more of it. */
  #watch(medium: HTMLMediaElement, go: () => void, at: number, looks: number): void {
    const id = this.#slide;
    this.#timer = setTimeout(() => {
      if (!this.#running || id !== this.#slide) return;
      const { currentTime, paused } = medium;
      const still = currentTime === at && !document.hidden ? looks + 1 : 0;
      if (still >= (paused ? this.#intervalMs / LOOK_MS : MOST_LOOKS)) go();
      else this.#watch(medium, go, currentTime, still);
    }, LOOK_MS);
  }

  async #next(id: Id): Promise<void> {
    const running = this.#running;
    if (!running || id !== this.#slide) return;
    const { forward, open } = this.#context;
    const other = this.#order === 'shuffled' ? this.#drawn(id) : undefined;
    if (other !== undefined) {
      open(other);
      return;
    }
    const isOn = this.#order === 'forward' && (await forward());
    if (isOn || running !== this.#running) return;
    this.#finish();
  }

  /** Ends it, and says so: what says how it is ended stands there until then. */
  #finish(): void {
    const { say, localizer } = this.#context;
    this.stop();
    say(localizer().t('slideshow.ended'));
  }

  /** Any of those that have not been shown in this round. */
  #drawn(from: Id): Id | undefined {
    const pool = this.#context.pool() ?? [];
    this.#rest = this.#rest.filter((one) => pool.includes(one) && one !== from);
    if (this.#rest.length === 0) this.#rest = pool.filter((one) => one !== from);
    const [drawn] = this.#rest.splice(Math.floor(Math.random() * this.#rest.length), 1);
    return drawn;
  }

  readonly #end = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    // A key that is held has not been pressed anew.
    if (event instanceof KeyboardEvent && event.repeat) return;
    this.#finish();
    const isKey = event.type === 'keydown';
    // The press that ended it presses nothing, and its key does nothing while it is held.
    const swallow = (later: Event): void => {
      if (later instanceof KeyboardEvent && !later.repeat) return;
      later.preventDefault();
      later.stopPropagation();
    };
    const done = new AbortController();
    const { signal } = done;
    event.currentTarget?.addEventListener(isKey ? 'keydown' : 'click', swallow, { capture: true, signal });
    const release = (): unknown => (isKey ? done.abort() : setTimeout(() => done.abort()));
    for (const type of isKey ? ['keyup'] : ['pointerup', 'pointercancel'])
      addEventListener(type, release, { capture: true, signal });
  };
}
