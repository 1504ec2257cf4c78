import type { ZoomPane } from './zoom-pane.js';

/** Lets panes show the same part of their media: what a hand does with one, the others follow. Returns how to end that. */
export function tiePanes(panes: readonly ZoomPane[]): () => void {
  const ends = panes.map((pane) =>
    pane.watch((state, isFollowing) => {
      if (isFollowing) return;
      for (const other of panes) if (other !== pane) other.set(state);
    }),
  );
  return () => {
    for (const end of ends) end();
  };
}
