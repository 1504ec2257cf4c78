/** Why a medium does not show. */
export type MediaTrouble = 'unplayable' | 'unavailable';

const SAYS_FORMAT = /format|demux|decod|metadata|codec|no compatible/i;

/** Tells a file that cannot be played from one that cannot be had: browsers report both as one error. */
export function troubleOf(event: Event, mime: string): MediaTrouble {
  const media = event.currentTarget;
  if (!(media instanceof HTMLMediaElement)) return 'unavailable';
  const { error } = media;
  if (error?.code === MediaError.MEDIA_ERR_DECODE || media.canPlayType(mime) === '') return 'unplayable';
  if (error?.code === MediaError.MEDIA_ERR_NETWORK) return 'unavailable';
  // A local address can always be had.
  return media.currentSrc.startsWith('blob:') || SAYS_FORMAT.test(error?.message ?? '') ? 'unplayable' : 'unavailable';
}
