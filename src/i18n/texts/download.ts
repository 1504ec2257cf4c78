import type { Message } from '../message.js';

/** What is said of downloads. */
export const downloadTexts = {
  'action.download': 'Download',
  'download.finding': 'Preparing the download…',
  'download.progress': '{done} of {total} · {size}',
  'download.label': 'Download',
  'download.cancel': 'Cancel',
  'download.done': { one: '{count} file downloaded', other: '{count} files downloaded' },
  'download.partly': {
    one: '{count} of {total} could not be downloaded',
    other: '{count} of {total} could not be downloaded',
  },
  'download.noFile': { one: '{count} has no file yet', other: '{count} have no file yet' },
  'download.canceled': 'Download canceled. Nothing was saved.',
  'download.retry': 'Retry failed',
  'action.retry': 'Try again',
  'action.dismiss': 'Dismiss',
  'toast.downloadStarted': 'Download started',
} as const satisfies Readonly<Record<string, Message>>;
