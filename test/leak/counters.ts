/** What is alive of the things that heap and node counts do not show. */
export interface LiveCounts {
  readonly objectUrls: number;
  readonly listeners: number;
  readonly timers: number;
  readonly frames: number;
  readonly observers: number;
  readonly channels: number;
  readonly workers: number;
}

/** Runs in the page before anything else: wraps what can be forgotten, and counts it at `window.liveCounts()`. */
export function installCounters(): void {
  const urls = new Set<string>();
  const createUrl = URL.createObjectURL.bind(URL);
  const revokeUrl = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (source) => {
    const url = createUrl(source);
    urls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    urls.delete(url);
    revokeUrl(url);
  };

  // Of the page itself: what an element hangs on its own nodes goes with them.
  let listeners = 0;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const known = new WeakMap<object, Set<string>>();
  const isPage = (target: unknown): boolean =>
    target === undefined || [window, document, document.documentElement, document.body].some((one) => one === target);
  const key = (type: string, options: unknown): string => {
    const capture =
      typeof options === 'object' && options !== null ? (Reflect.get(options, 'capture') as unknown) : options;
    return `${type} ${String(Boolean(capture))}`;
  };
  const forget = (listener: object, own: string): void => {
    if (known.get(listener)?.delete(own)) listeners--;
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (listener && isPage(this)) {
      const own = key(type, options);
      const kept = known.get(listener) ?? new Set();
      known.set(listener, kept);
      if (!kept.has(own)) listeners++;
      kept.add(own);
      const signal = typeof options === 'object' ? options.signal : undefined;
      signal?.addEventListener('abort', () => forget(listener, own));
    }
    add.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (listener && isPage(this)) forget(listener, key(type, options));
    remove.call(this, type, listener, options);
  };

  const timers = new Set<number>();
  const start = window.setTimeout.bind(window) as (callback: () => void, ms?: number) => number;
  const stop = window.clearTimeout.bind(window);
  const startRepeating = window.setInterval.bind(window) as (callback: () => void, ms?: number) => number;
  const stopRepeating = window.clearInterval.bind(window);
  Object.assign(window, {
    setTimeout: (callback: (...rest: unknown[]) => void, ms?: number, ...rest: unknown[]): number => {
      const timer = start(() => {
        timers.delete(timer);
        callback(...rest);
      }, ms);
      timers.add(timer);
      return timer;
    },
    clearTimeout: (timer?: number): void => {
      timers.delete(timer ?? -1);
      stop(timer);
    },
    setInterval: (callback: (...rest: unknown[]) => void, ms?: number, ...rest: unknown[]): number => {
      const timer = startRepeating(() => callback(...rest), ms);
      timers.add(timer);
      return timer;
    },
    clearInterval: (timer?: number): void => {
      timers.delete(timer ?? -1);
      stopRepeating(timer);
    },
  });

  const frames = new Set<number>();
  const request = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    const frame = request((time) => {
      frames.delete(frame);
      callback(time);
    });
    frames.add(frame);
    return frame;
  };
  window.cancelAnimationFrame = (frame) => {
    frames.delete(frame);
    cancel(frame);
  };

  const observing = new Set<object>();
  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver'] as const) {
    const { prototype } = window[name] as { prototype: { observe(...args: unknown[]): void; disconnect(): void } };
    const { observe, disconnect } = prototype;
    prototype.observe = function (this: object, ...args: unknown[]) {
      observing.add(this);
      observe.apply(this, args);
    };
    prototype.disconnect = function (this: object) {
      observing.delete(this);
      disconnect.apply(this);
    };
  }

  const open = { channels: 0, workers: 0 };
  const { close } = BroadcastChannel.prototype;
  window.BroadcastChannel = class extends BroadcastChannel {
    #open = true;
    constructor(name: string) {
      super(name);
      open.channels++;
    }
    override close(): void {
      if (this.#open) open.channels--;
      this.#open = false;
      close.apply(this);
    }
  };
  const { terminate } = Worker.prototype;
  window.Worker = class extends Worker {
    #alive = true;
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      open.workers++;
    }
    override terminate(): void {
      if (this.#alive) open.workers--;
      this.#alive = false;
      terminate.apply(this);
    }
  };

  Object.assign(window, {
    liveCounts: (): LiveCounts => ({
      objectUrls: urls.size,
      listeners,
      timers: timers.size,
      frames: frames.size,
      observers: observing.size,
      ...open,
    }),
  });
}
