/** Keeps the screen on, where the browser can; it lets go by itself when the page is hidden, and is asked again after that. */
export class Awake {
  #lock: WakeLockSentinel | undefined;
  #wants = false;

  keep(): void {
    if (this.#wants) return;
    this.#wants = true;
    document.addEventListener('visibilitychange', this.#visible);
    void this.#ask();
  }

  letGo(): void {
    this.#wants = false;
    document.removeEventListener('visibilitychange', this.#visible);
    const lock = this.#lock;
    this.#lock = undefined;
    void lock?.release().catch(() => undefined);
  }

  readonly #visible = (): void => void this.#ask();

  async #ask(): Promise<void> {
    const { wakeLock } = navigator as { readonly wakeLock?: WakeLock };
    if (!wakeLock || document.hidden) return;
    try {
      const lock = await wakeLock.request('screen');
      // Of two that were asked for one after the other, the later is kept.
      const other = this.#wants ? this.#lock : lock;
      if (this.#wants) this.#lock = lock;
      await other?.release();
    } catch {
      // The battery is low, or the host's frame may not: the screen goes dark as ever.
    }
  }
}
