import type { Iteration } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';
import { audio, find, row, video, type Opened } from './lightbox.js';

export const film = (id: string, minute: number, more: Partial<Iteration['media']> = {}): Iteration =>
  row(id, minute, { kind: 'video', media: { ...video, ...more } });

export const sound = (id: string, minute: number, more: Partial<Iteration['media']> = {}): Iteration =>
  row(id, minute, { kind: 'audio', media: { ...audio, ...more } });

/** The element that plays, as soon as it has loaded and has our controls. */
export async function playing({ box }: Opened): Promise<HTMLMediaElement> {
  const media = (): HTMLMediaElement | null | undefined =>
    box.shadowRoot?.querySelector<HTMLMediaElement>('video, audio');
  await waitUntil(() => (media()?.readyState ?? 0) > 1, 'it has loaded');
  await waitUntil(() => find(box, '.controls') && !media()?.controls, 'our controls have come');
  await box.updateComplete;
  return media() ?? document.createElement('video');
}
