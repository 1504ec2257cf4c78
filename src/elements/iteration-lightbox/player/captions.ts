import { html, nothing, type TemplateResult } from 'lit';
import { isObject } from '../../../internal/is-object.js';
import type { Captions, MediaSource } from '../../../model/index.js';
import type { MediaOpener } from '../../../store/index.js';
import { mediaUrl } from '../../../ui/media-url.js';

/** Nobody chooses among more. */
const MOST = 24;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Captions of which address and language are known; an adapter may have made anything of them. */
function captionsOf({ captions }: MediaSource): readonly Captions[] {
  const given: readonly Captions[] = Array.isArray(captions) ? captions : [];
  return given.filter((one) => isObject(one) && isText(one.url) && isText(one.lang)).slice(0, MOST);
}

/** What can be read along with a film: what the adapter names, and after it what is in the file. */
export const tracksOf = (media: HTMLMediaElement | undefined): readonly TextTrack[] =>
  [...(media?.textTracks ?? [])].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');

/** How a track is called. */
export const trackName = ({ label, language }: TextTrack): string => label || language;

/** The track of a language; nothing where that is not there. */
export const trackIn = (tracks: readonly TextTrack[], lang: string): TextTrack | undefined =>
  tracks.find(({ language }) => language === lang);

/** Shows one of the tracks of a film, or none. */
export function showTrack(media: HTMLMediaElement, shown: TextTrack | undefined): void {
  for (const track of tracksOf(media)) track.mode = track === shown ? 'showing' : 'disabled';
}

/** The tracks that an adapter names. Only of the one that is read the address is opened. */
export const trackElements = (
  media: MediaSource,
  opener: MediaOpener,
  lang: string | undefined,
): readonly TemplateResult[] =>
  captionsOf(media).map(
    ({ url, lang: own, label }) =>
      html`<track
        kind="captions"
        srclang=${own}
        label=${label ?? nothing}
        src=${own === lang ? mediaUrl(opener, url) : nothing}
      />`,
  );
