/** Why a medium does not show. */
export type MediaTrouble = 'unplayable' | 'unavailable';

/** Chromium's words for what could not be fetched; of what is wrong with a file it has words of the demuxer. */
const NOT_FETCHED = 'MEDIA_ELEMENT_ERROR: Format error';
const SAYS_FORMAT = /format|demux|decod|metadata|codec|no compatible/i;

/** Tells a file that cannot be played from one that cannot be had: browsers report both as one error. */
export function troubleOf(event: Event, mime: string): MediaTrouble {
  const media = event.currentTarget;
  if (!(media instanceof HTMLMediaElement)) return 'unavailable';
  const { error } = media;
  if (error?.code === MediaError.MEDIA_ERR_DECODE || media.canPlayType(mime) === '') return 'unplayable';
  // A local address can always be had.
  if (media.currentSrc.startsWith('blob:')) return 'unplayable';
  if (error?.code === MediaError.MEDIA_ERR_NETWORK || error?.message === NOT_FETCHED) return 'unavailable';
  return SAYS_FORMAT.test(error?.message ?? '') ? 'unplayable' : 'unavailable';
}

/** Whether nothing of a film can be seen: some browsers play the sound of one whose pictures they cannot decode. */
export const hasNoPictures = ({ currentTarget: film }: Event): boolean =>
  film instanceof HTMLVideoElement && film.videoWidth === 0;
