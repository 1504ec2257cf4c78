import type { ReactiveController, ReactiveElement } from 'lit';

export interface AnnouncerOptions {
  /** Where the live region stands: an open modal dialog hears only what is inside it. Default the host's render root. */
  readonly root?: (() => Element | undefined) | undefined;
  /** Wait before speaking, in which what comes in is merged. Default 100 ms. */
  readonly delayMs?: number | undefined;
  /** Least time between two messages. Default 2,000 ms. */
  readonly gapMs?: number | undefined;
  /** How long a message stays. Default 7,000 ms. */
  readonly clearMs?: number | undefined;
}

/** A page may be hidden for hours: of what happened meanwhile, the last is said. */
const MOST_WAITING = 5;

/**
 * Says things to screen readers, politely: bursts become one message, nothing is said while the page is hidden, and
 * the region exists before its text.
 */
export class AnnouncerController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: AnnouncerOptions;
  /** What is to be said, by what it is about. */
  readonly #waiting = new Map<string, string>();
  #region: HTMLElement | undefined;
  #speakTimer: ReturnType<typeof setTimeout> | undefined;
  #clearTimer: ReturnType<typeof setTimeout> | undefined;
  #lastSpoken = -Infinity;

  constructor(host: ReactiveElement, options: AnnouncerOptions = {}) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /**
   * Says `text` soon; of a burst about the same only the last is said.
   * @param about default: the text itself, which twice in a burst is said once.
   */
  announce(text: string, about = text): void {
    if (text === '' || !this.#host.isConnected) return;
    this.#place();
    this.#waiting.delete(about);
    this.#waiting.set(about, text);
    const [oldest = ''] = this.#waiting.keys();
    if (this.#waiting.size > MOST_WAITING) this.#waiting.delete(oldest);
    const { delayMs = 100, gapMs = 2000 } = this.#options;
    this.#schedule(Math.max(delayMs, this.#lastSpoken + gapMs - performance.now()));
  }

  hostConnected(): void {
    this.#place();
  }

  hostDisconnected(): void {
    clearTimeout(this.#speakTimer);
    clearTimeout(this.#clearTimer);
    this.#speakTimer = undefined;
    this.#waiting.clear();
    this.#region?.remove();
    this.#region = undefined;
  }

  #place(): void {
    const root = this.#options.root?.() ?? this.#host.shadowRoot;
    if (!root) return;
    if (!this.#region) {
      this.#region = document.createElement('div');
      this.#region.className = 'visually-hidden';
      this.#region.setAttribute('role', 'status');
      this.#region.setAttribute('aria-live', 'polite');
      this.#region.setAttribute('part', 'announcer');
    }
    if (this.#region.parentNode !== root) root.append(this.#region);
  }

  #schedule(inMs: number): void {
    this.#speakTimer ??= setTimeout(() => {
      this.#speakTimer = undefined;
      const { gapMs = 2000 } = this.#options;
      if (document.visibilityState === 'hidden') this.#schedule(gapMs);
      else this.#speak();
    }, inMs);
  }

  #speak(): void {
    if (!this.#region) return;
    this.#region.textContent = [...this.#waiting.values()].join('. ');
    this.#waiting.clear();
    this.#lastSpoken = performance.now();
    clearTimeout(this.#clearTimer);
    this.#clearTimer = setTimeout(() => {
      if (this.#region) this.#region.textContent = '';
    }, this.#options.clearMs ?? 7000);
  }
}
