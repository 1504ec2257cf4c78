import type { Instant } from './primitives.js';

/** One encoding of a picture at one size. */
export interface Rendition {
  /** Address; see {@link MediaSource.url} for what is allowed. */
  readonly url: string;
  /** Width in px; renditions with a width form the `srcset`. */
  readonly width?: number;
  /** Height in px. */
  readonly height?: number;
  /** MIME type, when it differs from the original's. */
  readonly mime?: string;
}

/** Several frames in one picture, laid out row by row. */
export interface Spritesheet extends Rendition {
  readonly cols: number;
  readonly rows: number;
  readonly frames: number;
}

/** What stands in for a picture until it has loaded. */
export interface Placeholder {
  /** Base64 of a ThumbHash (https://evanw.github.io/thumbhash/). */
  readonly thumbhash?: string;
  readonly blurhash?: string;
  /** A CSS hex colour (`#rrggbb`): the average of the picture. */
  readonly color?: string;
}

/** What can be read along with a video. */
export interface Captions {
  /** Address of a WebVTT file: of the page's own origin, or of a scheme in `limits.mediaSchemes`. */
  readonly url: string;
  /** BCP 47 tag of its language. */
  readonly lang: string;
  /** What people choose it by. Default: its language. */
  readonly label?: string;
}

/** Where a medium lies and what is known of it. */
export interface MediaSource {
  /**
   * Address of the full medium: `https:`, `http:` of the page's own origin or of this machine, `blob:` of the page's
   * own origin, `data:` of a raster image up to 64 kB - or any scheme listed in `limits.mediaSchemes`, which the kit
   * turns into one of these by the adapter's `openMedia` while it is on the screen.
   */
  readonly url: string;
  /** MIME type, e.g. `image/webp`. */
  readonly mime: string;
  /** Display width in px after rotation. Required for images and videos that succeeded. */
  readonly width?: number;
  /** Display height in px after rotation. Required for images and videos that succeeded. */
  readonly height?: number;
  /** Length in ms. Required for videos and audio that succeeded. */
  readonly durationMs?: number;
  /** Size in bytes. */
  readonly bytes?: number;
  /** Content hash with its algorithm: `sha256:…` or `blake3:…`. */
  readonly hash?: string;
  /** Smaller renditions in any order. */
  readonly thumbnails?: readonly Rendition[];
  /** For backends that resize on demand: an address with `{w}` for the wanted width in px. */
  readonly thumbnailTemplate?: string;
  /** Still for a video, cover for audio. */
  readonly poster?: Rendition;
  /** Short muted clip or animated picture to show on hover. */
  readonly preview?: Rendition;
  readonly spritesheet?: Spritesheet;
  /** Loudness over time: peaks normalised to 0..1, inline or as the address of a JSON array. */
  readonly waveform?: { readonly peaks: readonly number[] } | { readonly url: string };
  /** For videos: captions or subtitles, one file for each language. */
  readonly captions?: readonly Captions[];
  readonly placeholder?: Placeholder;
  /** When the addresses (not the medium) run out. */
  readonly expiresAt?: Instant;
  /** Address to download from, where it differs from `url`. */
  readonly downloadUrl?: string;
  /** File name to offer; cleaned before use. */
  readonly downloadName?: string;
  /** Text alternative. */
  readonly alt?: string;
}
