import { AdapterError, toFailure } from '../../data/index.js';
import { addEnglish } from '../../i18n/registry.js';
import { handingOnTexts } from '../../i18n/texts/handing-on.js';
import type { Localizer, MessageKey } from '../../i18n/index.js';
import { safeFileName } from '../../internal/file-name.js';
import { promptOf, type Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { Toast } from '../../ui/toast.js';
import { mimeOf, readMedia } from '../download/read-media.js';

addEnglish(handingOnTexts);

/** What is said where the file could not be had. */
export const NOT_READ = 'handOn.notRead' as const;

/** What is handed on, and by whom it is read. */
export interface HandOnOptions {
  readonly store: ImaginationsStore;
  readonly row: Iteration;
  /** Address of the document. */
  readonly base: string;
  readonly signal: AbortSignal;
}

/** What came of it: done, given up by the person, or why not. */
interface HandOnOutcome {
  readonly done: boolean;
  readonly why?: MessageKey | undefined;
  /** Does the rest; to be called in answer to a press. */
  readonly again?: (() => Promise<HandOnOutcome>) | undefined;
}

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

/** The picture as a clipboard takes it. */
export async function readPicture(options: HandOnOptions): Promise<Blob> {
  return asPng(await read(options));
}

/** How something is shared, and who hears of it. */
export interface ShareWay {
  readonly part: 'url' | 'media';
  readonly link: string | undefined;
  readonly title: string;
  readonly localizer: () => Localizer;
  readonly say: (toast: Toast) => void;
  /** Called when it has been shared. */
  readonly told: () => void;
}

/** Opens the device's sheet for an iteration, and says where that did not work. */
export async function shareIteration(options: HandOnOptions, way: ShareWay): Promise<void> {
  const { part, link = '', title, localizer, say, told } = way;
  const tell = ({ done, why, again }: HandOnOutcome): void => {
    if (done) told();
    else if (why) {
      const run = again && ((): void => void again().then(tell));
      const words = localizer();
      say({ text: words.t(why), actions: run && [{ label: words.t('action.share'), run }] });
    }
  };
  tell(await (part === 'url' ? share({ url: link, title }) : shareFile(options)));
}

/** Opens the device's sheet for a file. */
async function shareFile(options: HandOnOptions): Promise<HandOnOutcome> {
  const { row, store } = options;
  let blob: Blob;
  try {
    blob = await read(options);
  } catch (thrown) {
    return { done: false, why: toFailure(thrown).code === 'aborted' ? undefined : NOT_READ };
  }
  const { type } = blob;
  const name = safeFileName(row.media?.downloadName ?? promptOf(row, store.session(row.sessionId)), type, row.kind);
  return share({ files: [new File([blob], name, { type })] });
}

/** @param isAgain whether the person has pressed for just this, and nothing was waited for since. */
async function share(data: ShareData, isAgain = false): Promise<HandOnOutcome> {
  try {
    await navigator.share(data);
    return { done: true };
  } catch (thrown) {
    const { name } = thrown as Partial<DOMException>;
    // The person has closed the sheet again.
    if (name === 'AbortError') return { done: false };
    // The press may have been too long ago, after all that had to be read: it takes another.
    return name === 'NotAllowedError' && !isAgain
      ? { done: false, why: 'handOn.ready', again: () => share(data, true) }
      : { done: false, why: 'handOn.shareRefused' };
  }
}
