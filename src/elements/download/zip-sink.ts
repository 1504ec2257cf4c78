import { saveBlob } from '../../internal/download.js';

interface FileHandle {
  createWritable(): Promise<WritableStream<Uint8Array>>;
  /** Not in every browser that can write files. */
  remove?(): Promise<void>;
}

type Picker = (options: object) => Promise<FileHandle>;

/** Where a zip goes. */
export type ZipSink = (zip: ReadableStream<Uint8Array>, signal: AbortSignal) => Promise<void>;

const intoBlob =
  (name: string): ZipSink =>
  async (zip, signal) => {
    // The browser puts what is large on its disk; nothing of it is in an array of ours.
    const blob = await new Response(zip as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
    signal.throwIfAborted();
    saveBlob(blob.slice(0, blob.size, 'application/zip'), name);
  };

const intoFile =
  (handle: FileHandle): ZipSink =>
  async (zip, signal) => {
    try {
      await zip.pipeTo(await handle.createWritable(), { signal });
    } catch (thrown) {
      // What was written so far goes with the stream; the empty file that the picker made would stay.
      await handle.remove?.().catch(() => undefined);
      throw thrown;
    }
  };

/**
 * Asks where a zip should go, and writes it there as it is made, where the browser can and a person has just pressed
 * something; else it becomes a download when it is whole.
 * @returns nothing where the person has thought better of it.
 */
export async function zipSink(name: string): Promise<ZipSink | undefined> {
  const { showSaveFilePicker } = window as { showSaveFilePicker?: Picker };
  if (typeof showSaveFilePicker !== 'function' || !navigator.userActivation.isActive) return intoBlob(name);
  try {
    const types = [{ accept: { 'application/zip': ['.zip'] } }];
    return intoFile(await showSaveFilePicker.call(window, { suggestedName: name, types }));
  } catch (thrown) {
    // Anything else than a person's no - a frame of another origin, a policy - is no reason not to download.
    return thrown instanceof DOMException && thrown.name === 'AbortError' ? undefined : intoBlob(name);
  }
}
