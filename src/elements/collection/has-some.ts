import type { ReactiveElement } from 'lit';

/** As much of a list as is asked here. */
interface Asked {
  readonly value: { readonly ids: readonly unknown[]; readonly status: string };
  load(): Promise<unknown>;
}

/** Whether there is known to be something in a list; where nobody has read it, it is, and the host is drawn again then. */
export function hasSome(host: ReactiveElement, list: Asked): boolean {
  const { ids, status } = list.value;
  if (status === 'idle') void list.load().then(() => host.requestUpdate());
  return ids.length > 0;
}
