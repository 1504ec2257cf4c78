/** Tells whether the pages that carry out generations are still there. */
export interface Presence {
  /** Names this page; from when it resolves, others find it alive until it has gone. */
  claim(): Promise<string>;
  isAlive(runner: string): Promise<boolean>;
  /** Calls back once a page has gone. */
  whenGone(runner: string, gone: () => void): void;
  dispose(): void;
}

/** For data that no other page can reach. */
export function lonelyPresence(name: string): Presence {
  return {
    claim: () => Promise.resolve(name),
    isAlive: (runner) => Promise.resolve(runner === name),
    whenGone: () => undefined,
    dispose: () => undefined,
  };
}
