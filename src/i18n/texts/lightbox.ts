import type { Message } from '../message.js';
import { dimensionsTexts } from './dimensions.js';
import { playerTexts } from './player.js';

/** Texts of the lightbox. */
export const lightboxTexts = {
  ...playerTexts,
  'action.download': 'Download',
  'action.copyUrl': 'Copy URL',
  'action.copyMedia': 'Copy picture',
  'action.share': 'Share',
  'action.copied': 'Copied',
  'lightbox.label': 'Iteration viewer',
  'lightbox.close': 'Close viewer',
  'lightbox.previous': 'Previous in the session',
  'lightbox.next': 'Next in the session',
  'lightbox.position': '{index} of {total}',
  'lightbox.details': 'Details',
  'lightbox.showDetails': 'Show details',
  'lightbox.hideDetails': 'Hide details',
  'lightbox.brief': 'Brief',
  'lightbox.revised': 'Revised prompt',
  'lightbox.negative': 'Without',
  'lightbox.references': 'References',
  'lightbox.model': 'Model',
  'lightbox.seed': 'Seed',
  'lightbox.parameters': 'Parameters',
  ...dimensionsTexts,
  'lightbox.fileSize': 'File size',
  'lightbox.duration': 'Duration',
  'lightbox.created': 'Created',
  'lightbox.parents': 'Made from',
  'lightbox.loading': 'Loading',
  'lightbox.nothing': 'Open an iteration to see it here',
  'lightbox.cannotPlay': 'This browser cannot play this file. It is kept; download it to play it elsewhere.',
  'toast.copiedUrl': 'URL copied',
  'toast.copiedMedia': 'Picture copied',
  'toast.downloadStarted': 'Download started',
} as const satisfies Readonly<Record<string, Message>>;
