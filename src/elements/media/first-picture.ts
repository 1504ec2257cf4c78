import type { Id, Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { MediaLease } from '../../ui/media-lease.js';
import { fittedWidth, fullPicture } from './full-picture.js';

/** The picture an iteration begins with. */
export const firstPicture = ({ kind, media }: Iteration): string | undefined =>
  !media || kind === 'audio'
    ? undefined
    : kind === 'image'
      ? fullPicture(media, fittedWidth(media))?.url
      : media.poster?.url;

const asked = new WeakMap<ImaginationsStore, Id>();

/**
 * Asks for the picture that the viewer begins with, while the code of the viewer is on its way: what takes its place there
 * is the same address. Of one that the host has to open first, the viewer asks by itself, as of what cannot be read.
 */
export async function fetchFirstPicture(store: ImaginationsStore): Promise<void> {
  const { iterationId: id } = store.navigation.value;
  if (id === null || asked.get(store) === id) return;
  asked.set(store, id);
  if (!store.iteration(id)) await store.loadIteration(id).catch(() => false);
  const row = store.iteration(id);
  const url = row && firstPicture(row);
  const src = url === undefined ? undefined : MediaLease.gate(url, document.baseURI);
  // Meanwhile somewhere else.
  if (src === undefined || store.navigation.value.iterationId !== id) return;
  const img = new Image();
  img.referrerPolicy = 'no-referrer';
  img.fetchPriority = 'high';
  img.src = src;
}
