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

  let listeners = 0;
  for (const target of [window, document, document.documentElement, document.body]) {
    const known = new Set<string>();
    const ids = new WeakMap<object, number>();
    let next = 0;
    const key = (type: string, listener: object, options: unknown): string => {
      const id = ids.get(listener) ?? next++;
      ids.set(listener, id);
      const capture =
        typeof options === 'object' && options !== null ? 'capture' in options && options.capture : options;
      return `${type} ${String(id)} ${String(Boolean(capture))}`;
    };
    const add = target.addEventListener.bind(target) as typeof target.addEventListener;
    const remove = target.removeEventListener.bind(target) as typeof target.removeEventListener;
    target.addEventListener = ((
      type: string,
      listener: EventListener | null,
      options?: AddEventListenerOptions,
    ): void => {
      if (!listener) return;
      if (!known.has(key(type, listener, options))) {
        const own = key(type, listener, options);
        known.add(own);
        listeners++;
        options?.signal?.addEventListener('abort', () => known.delete(own) && listeners--);
      }
      add(type, listener, options);
    }) as typeof target.addEventListener;
    target.removeEventListener = ((
      type: string,
      listener: EventListener | null,
      options?: EventListenerOptions,
    ): void => {
      if (!listener) return;
      if (known.delete(key(type, listener, options))) listeners--;
      remove(type, listener, options);
    }) as typeof target.removeEventListener;
  }

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
