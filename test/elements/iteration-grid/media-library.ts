import { tinyWav } from '../../../src/internal/tiny-wav.js';
import { TINY_WEBM } from '../../../src/internal/tiny-webm.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import type { Iteration, MediaSource } from '../../../src/model/index.js';
import { tinyPng } from '../../../src/testing/tiny-png.js';
import { AdapterError, LiveLibrary, picture } from './live-library.js';
import type { Mounted } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

const PEAKS = Array.from({ length: 64 }, (_, at) => 0.2 + 0.8 * Math.abs(Math.sin(at / 3)));

/** Files by their private address. */
const FILES: Readonly<Record<string, Blob>> = {
  'p:still': tinyPng(64, 48, () => [40, 90, 140]),
  'p:film': TINY_WEBM.blob(),
  'p:clip': TINY_WEBM.blob(),
  'p:moving-picture': tinyPng(64, 48, () => [140, 90, 40]),
  'p:sound': tinyWav(30_000, 220),
  'p:other-sound': tinyWav(30_000, 330),
  'p:short-sound': tinyWav(300, 330),
  'p:garbage': new Blob(['This is nothing to play. '.repeat(200)]),
};

export const soundMedia = (url = 'p:sound'): MediaSource => ({
  url,
  mime: 'audio/wav',
  durationMs: 30_000,
  waveform: { peaks: PEAKS },
});

export const filmMedia = (more: Partial<MediaSource> = {}): MediaSource => ({
  url: 'p:film',
  mime: 'video/webm',
  width: 1600,
  height: 1200,
  durationMs: TINY_WEBM.durationMs,
  poster: { url: 'p:still' },
  ...more,
});

export const sound = (number: number, media = soundMedia(), more: Partial<Iteration> = {}): Iteration =>
  picture(number, { kind: 'audio', prompt: `Sound ${number}`, media, ...more });

export const film = (number: number, media = filmMedia(), more: Partial<Iteration> = {}): Iteration =>
  picture(number, { kind: 'video', prompt: `Film ${number}`, media, ...more });

/** A library whose media have private addresses; it counts which of them are open. */
export class MediaLibrary extends LiveLibrary {
  /** What somebody wanted, also what cannot be had. */
  readonly asked: string[] = [];
  /** What is open now. */
  readonly open: string[] = [];
  readonly healed: string[] = [];
  /** Fresh media by id. */
  fresh: Readonly<Record<string, MediaSource>> = {};

  constructor(rows: readonly Iteration[], parts: Partial<ImaginationsAdapter> = {}) {
    super(rows, {
      limits: { pageSize: 60, mediaSchemes: ['p'] },
      openMedia: (url) => {
        this.asked.push(url);
        const file = FILES[url];
        if (!file) return Promise.reject(new AdapterError('not-found'));
        this.open.push(url);
        const address = URL.createObjectURL(file);
        return Promise.resolve({
          url: address,
          close: () => {
            this.open.splice(this.open.indexOf(url), 1);
            URL.revokeObjectURL(address);
          },
        });
      },
      refreshMedia: (ids) => {
        this.healed.push(...ids);
        return Promise.resolve(ids.map((id) => this.fresh[id] ?? null));
      },
      archive: (selection, _on, archived) => {
        const ids = 'ids' in selection ? selection.ids : [];
        for (const id of ids) this.patch(id, { archivedAt: archived ? new Date().toISOString() : null });
        return Promise.resolve({ results: ids.map((id) => ({ id, ok: true as const })) });
      },
      ...parts,
    });
  }
}

type Play = (this: HTMLMediaElement) => Promise<void>;

/** Every `<audio>` that was played since; those outside the document are found nowhere else. */
export function watchAudio(): { readonly all: HTMLAudioElement[]; readonly end: () => void } {
  const all: HTMLAudioElement[] = [];
  const prototype: { play: Play } = HTMLMediaElement.prototype;
  const before = prototype.play;
  prototype.play = function () {
    if (this instanceof HTMLAudioElement) {
      if (!all.includes(this)) all.push(this);
      // Where there are no loudspeakers, Firefox plays nothing that would need them.
      this.muted = true;
    }
    return before.call(this);
  };
  return { all, end: () => void (prototype.play = before) };
}

export const filmOn = (mounted: Mounted, id: string): HTMLElement | null | undefined =>
  mounted.tile(id)?.querySelector<HTMLElement>('.tile-film');

export const noteOn = (mounted: Mounted, id: string): string | undefined =>
  mounted.tile(id)?.querySelector('.tile-note')?.textContent ?? undefined;

export const playButton = (mounted: Mounted, id: string): HTMLElement =>
  mounted.tile(id)!.querySelector<HTMLElement>('[data-tile-action=play]')!;

/** A pointer comes to a tile. */
export const comeTo = (mounted: Mounted, id: string, pointerType = 'mouse'): boolean | undefined =>
  mounted
    .tile(id)
    ?.querySelector('.tile-cell')
    ?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType }));

/** It leaves the tile. */
export const leave = (mounted: Mounted, id: string): boolean | undefined =>
  mounted.tile(id)?.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));

/** What the element says to screen readers. */
export const said = (mounted: Mounted): string => mounted.root.querySelector('[part=announcer]')?.textContent ?? '';

export const heard = (audio: HTMLAudioElement | undefined): boolean =>
  audio !== undefined && !audio.paused && audio.currentTime > 0;

export const allClosed = (library: MediaLibrary, url: string): Promise<void> =>
  waitUntil(() => !library.open.includes(url), `${url} is closed`);
