import { AdapterError, toFailure } from '../../data/index.js';
import { addEnglish } from '../../i18n/registry.js';
import { handingOnTexts } from '../../i18n/texts/handing-on.js';
import type { MessageKey } from '../../i18n/index.js';
import { safeFileName } from '../../internal/file-name.js';
import { promptOf, type Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { mimeOf, readMedia } from '../download/read-media.js';

addEnglish(handingOnTexts);

/** What is handed on, and by whom it is read. */
export interface HandOnOptions {
  readonly store: ImaginationsStore;
  readonly row: Iteration;
  /** Address of the document. */
  readonly base: string;
  readonly signal: AbortSignal;
}

/** What came of it: done, given up by the person, or why not. */
export type HandOnOutcome = { readonly done: boolean; readonly why?: MessageKey | undefined };

/** The file as it is, with the type that its bytes tell. */
async function read({ store, row, base, signal }: HandOnOptions): Promise<Blob> {
  const file = await readMedia(store, row, { base, signal, read: () => undefined });
  return new Blob([file], { type: await mimeOf(row, file) });
}

/** Clipboards take PNG and nothing else for sure. */
async function asPng(blob: Blob): Promise<Blob> {
  if (blob.type === 'image/png') return blob;
  const picture = await createImageBitmap(blob);
  try {
    const canvas = document.createElement('canvas');
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new AdapterError('too-large', 'The picture could not be drawn');
    return png;
  } finally {
    picture.close();
  }
}

/** Puts a picture into the clipboard. Called in answer to a press: the browser asks for that. */
export async function copyPicture(options: HandOnOptions): Promise<HandOnOutcome> {
  const png = read(options).then(asPng);
  // Heard here too: the clipboard may refuse before it looks at it.
  const isRead = png.then(
    () => true,
    () => false,
  );
  try {
    // A promise: what is awaited first is no answer to the press any more.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return { done: true };
  } catch {
    return { done: false, why: (await isRead) ? 'toast.copyFailed' : 'handOn.notRead' };
  }
}

/** Opens the device's sheet for a file. */
export async function shareFile(options: HandOnOptions): Promise<HandOnOutcome> {
  const { row, store } = options;
  try {
    const blob = await read(options);
    const { type } = blob;
    const name = safeFileName(row.media?.downloadName ?? promptOf(row, store.session(row.sessionId)), type, row.kind);
    await navigator.share({ files: [new File([blob], name, { type })] });
    return { done: true };
  } catch (thrown) {
    return refused(thrown);
  }
}

/** Opens the device's sheet for an address. */
export async function shareLink(url: string, title: string): Promise<HandOnOutcome> {
  try {
    await navigator.share({ url, title });
    return { done: true };
  } catch (thrown) {
    return refused(thrown);
  }
}

function refused(thrown: unknown): HandOnOutcome {
  if (thrown instanceof DOMException) {
    // The person has closed the sheet again.
    return { done: false, why: thrown.name === 'AbortError' ? undefined : 'handOn.shareRefused' };
  }
  return { done: false, why: toFailure(thrown).code === 'aborted' ? undefined : 'handOn.notRead' };
}
