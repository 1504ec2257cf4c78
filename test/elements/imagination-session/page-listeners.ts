/** The types of events that are listened to on the page itself - window, document, body - while `work` runs. */
export async function pageListeners(work: () => Promise<void>): Promise<readonly string[]> {
  const heard = new Set<string>();
  const targets: readonly EventTarget[] = [window, document, document.body];
  const own = targets.map((target) => {
    const add = target.addEventListener.bind(target);
    target.addEventListener = (...args: Parameters<typeof add>) => {
      heard.add(args[0]);
      add(...args);
    };
    return target;
  });
  try {
    await work();
  } finally {
    // What was laid over the prototype's method goes.
    for (const target of own) Reflect.deleteProperty(target, 'addEventListener');
  }
  return [...heard];
}
