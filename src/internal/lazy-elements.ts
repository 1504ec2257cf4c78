const loaders = new Map<string, () => Promise<unknown>>();

/** Says how to get the definition of an element that is not needed at first; called by define modules. */
export function provideElement(tag: string, load: () => Promise<unknown>): void {
  if (!loaders.has(tag)) loaders.set(tag, load);
}

/**
 * Loads the definition of an element that is about to be needed, once.
 * @returns resolves when it is there - or cannot be loaded: then the next call tries again.
 */
export async function needElement(tag: string): Promise<void> {
  const load = loaders.get(tag);
  if (!load) return;
  loaders.delete(tag);
  try {
    await load();
  } catch {
    loaders.set(tag, load);
  }
}
