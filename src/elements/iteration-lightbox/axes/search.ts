import type { LitElement } from 'lit';
import type { Localizer, MessageKey } from '../../../i18n/index.js';
import type { Id } from '../../../model/index.js';
import type { Toast, ToastController } from '../../../ui/toast.js';

/** How long nothing is said of it, in ms: mostly it is over by then. */
const MOMENT_MS = 1000;
/** What is said stays as long as it is so: the longest a timer can be, in ms. */
const LASTING_MS = 2 ** 31 - 1;

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/** What a search needs of its lightbox. */
export interface SearchContext {
  readonly localizer: () => Localizer;
  readonly toasts: ToastController;
}

/** How one looks for something. */
export interface SearchWay {
  /** What is said when it takes long. */
  readonly said: MessageKey;
  /** Whether somebody has asked for just this: then nothing gives it up but another place, until it says that it looks. */
  readonly isOwnWish: boolean;
  /** Keys that do not end it. */
  readonly spares: (event: KeyboardEvent) => boolean;
}

/**
 * Looks for what is shown next: one search at a time, from what is shown. It is given up when something else shows, at a press
 * or by a focus in the details, and as soon as it says that it looks, by any key; Escape does nothing else then.
 */
export class Search {
  readonly #host: LitElement;
  readonly #context: SearchContext;
  #running: AbortController | undefined;
  #from: Id | null | undefined;

  constructor(host: LitElement, context: SearchContext) {
    this.#host = host;
    this.#context = context;
  }

  /**
   * Answers what has been found, if anything has; nothing where it was given up.
   * @param find looks as long as it is wanted.
   * @throws AdapterError when what had to be read could not be.
   */
  async run<T>(
    from: Id | null,
    find: (isWanted: () => boolean) => Promise<T>,
    way: SearchWay,
  ): Promise<{ readonly found: T } | undefined> {
    this.giveUp();
    const running = (this.#running = new AbortController());
    this.#from = from;
    const { signal } = running;
    const givenUp = new Promise<undefined>((resolve) => {
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    const quiet = this.#watch(way, signal);
    try {
      const looked = find(() => !signal.aborted).then((found) => ({ found }));
      return await Promise.race([looked, givenUp]);
    } finally {
      quiet();
      if (this.#running === running) this.#running = undefined;
      running.abort();
    }
  }

  giveUp(): void {
    this.#running?.abort();
  }

  /** Takes what is shown now. */
  follow(shown: Id | null | undefined): void {
    if (shown !== this.#from) this.giveUp();
  }

  /** Says that it looks when it takes long, and hears what ends it; the answer takes back what was said. */
  #watch({ said, isOwnWish, spares }: SearchWay, signal: AbortSignal): () => void {
    const { toasts, localizer } = this.#context;
    const dialog = this.#host.renderRoot.querySelector('dialog.shell');
    const giveUp = (): void => this.giveUp();
    let looking: Toast | undefined;
    let before: Toast | undefined;
    const timer = setTimeout(() => {
      before = toasts.current;
      const stop = { label: localizer().t('axes.stopLooking'), run: giveUp };
      looking = { text: localizer().t(said), actions: [stop], durationMs: LASTING_MS };
      toasts.show(looking);
    }, MOMENT_MS);
    // Something else may have been said since.
    const says = (): boolean => looking !== undefined && toasts.current === looking;
    const isIn = (event: Event, selector: string): boolean =>
      event.target instanceof Element && event.target.closest(selector) !== null;
    const handleKeydown = (event: KeyboardEvent): void => {
      const isCommand = !isOwnWish && (event.ctrlKey || event.metaKey);
      if (MODIFIERS.has(event.key) || (!isCommand && (!says() || spares(event)))) return;
      // Tab may lead to the button, and that is pressed by keys too.
      if (says() && (event.key === 'Tab' || (event.key !== 'Escape' && isIn(event, '.toasts')))) return;
      giveUp();
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
    };
    const handleOther = (event: Event): void => {
      if (isOwnWish && !says()) return;
      const isMeant = event.type === 'focusin' ? isIn(event, '#panel') : !(says() && isIn(event, '.toasts'));
      if (isMeant) giveUp();
    };
    const listen = { capture: true, signal } as const;
    dialog?.addEventListener('keydown', (event) => event instanceof KeyboardEvent && handleKeydown(event), listen);
    for (const type of ['focusin', 'pointerdown']) dialog?.addEventListener(type, handleOther, listen);
    return () => {
      clearTimeout(timer);
      if (!says()) return;
      // The way back from what was done last.
      if (before?.actions?.length) toasts.show(before);
      else toasts.dismiss();
    };
  }
}
