import { fromDataUrl } from './data-url.js';

const BASE64 = [
  'GkXfoxAAAB9ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwQAAAABfRFNm3QQAAA/TbsQAAAPU6uEFUmpZlOshQAAAABHTbsQAA',
  'APU6uEFlSua1OshQAAAACLTbsQAAAPU6uEHFO7a1OshQAAAAFiFUmpZhAAADwq17GDD0JATYCSTWVkaWFidW5ueSB2MS42MS4wV0GSTWVkaWFi',
  'dW5ueSB2MS42MS4wRImIQHkAAAAAAAAWVK5rEAAASa4QAABE14EBc8WBAYOBAZyBACK1nIN1bmSGhVZfVlA4I+ODhAvrwgDgEAAAHLCBILqBGF',
  'WwEAAAEFWxgQFVuoENVbuBAVW5gQIfQ7Z1CAAAAH3ngQCjEAAAPYEAAIDwAgCdASogABgAAAcIhYWImYSIASQQE61QH8AQQQlM84D+/fVB/8zR',
  'Mcx+1f/94C/vAX94C/+7vACjEAAAM4EAyABRAgAAEAkgAMBioKAguunLNQMt2AD++sQ//+TXhrte/8my//jmTcwxP+NciCMC+BxTu2sQAAATux',
  'AAAA6zgQC3EAAABveBAfGB3A==',
].join('');

/** A real video of two frames (WebM, VP8); the same one always. */
export const TINY_WEBM = {
  width: 32,
  height: 24,
  durationMs: 400,
  url: `data:video/webm;base64,${BASE64}`,
  blob: (): Blob => fromDataUrl(`data:video/webm;base64,${BASE64}`) ?? new Blob(),
} as const;
