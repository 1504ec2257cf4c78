import type { Iteration } from '../../model/index.js';

/** What the browser can hand on of an iteration, known before anything is read. */
export interface HandingOn {
  /** Its picture can go to the clipboard. */
  readonly canCopyMedia: boolean;
  /** What the device's own sheet takes: the file itself, or else its address. */
  readonly shares: 'media' | 'url' | undefined;
}

type Sharer = Partial<Pick<Navigator, 'share' | 'canShare'>>;

/** Whether the device's sheet takes files of a type; asked with an empty one. */
function canShareFile(mime: string): boolean {
  const sharer: Sharer = navigator;
  try {
    return Boolean(sharer.share && sharer.canShare?.({ files: [new File([''], 'file', { type: mime })] }));
  } catch {
    return false;
  }
}

/** @param link the address that means something elsewhere, if there is one. */
export function handingOn(row: Iteration, canSave: boolean, link: string | undefined): HandingOn {
  // Not on plain `http:` pages, and not in every browser.
  const { clipboard, share } = navigator as { readonly clipboard?: Partial<Clipboard> } & Sharer;
  const isPicture = row.kind === 'image' && row.status === 'succeeded';
  const sharesFile = canSave && row.media !== undefined && canShareFile(row.media.mime);
  return {
    canCopyMedia: isPicture && canSave && typeof ClipboardItem === 'function' && clipboard?.write !== undefined,
    shares: sharesFile ? 'media' : share && link !== undefined ? 'url' : undefined,
  };
}
