import { AdapterError, type UploadTask, type Write } from '../../data/index.js';
import { sniffMedia } from '../../internal/sniff-media.js';
import type { ReferenceFile } from '../../model/index.js';
import { command } from './command.js';
import type { Local } from './local.js';
import { addressOf, encodeBlob, writeBlobs } from './media.js';

const HEAD = 4096;

function refuse(message: string): never {
  throw new AdapterError('invalid', message, { fields: [{ path: 'file', message }] });
}

/** Whether `accept` (as the attribute writes it) lets a file in. */
function accepts(accept: string, name: string, mime: string): boolean {
  return accept.split(',').some((part) => {
    const wanted = part.trim().toLowerCase();
    if (wanted.startsWith('.')) return name.toLowerCase().endsWith(wanted);
    return wanted.endsWith('/*') ? mime.startsWith(wanted.slice(0, -1)) : mime === wanted;
  });
}

/** Stores a reference file, if it is what it says it is. */
export function upload(local: Local, file: File, task: UploadTask, write: Write): Promise<ReferenceFile> {
  return local.answer(write.signal, async () => {
    const { uploadBytes, accept } = local.limits;
    if (file.size > uploadBytes)
      throw new AdapterError('too-large', `A reference file has at most ${uploadBytes} bytes`);
    if (file.size === 0) refuse('is empty');
    const head = new Uint8Array(
      await file
        .slice(0, HEAD)
        .arrayBuffer()
        .catch(() => refuse('cannot be read')),
    );
    const found = sniffMedia(head);
    if (!found) refuse('is not an image, video or audio file that is known here');
    if (!accepts(accept, file.name, found.mime)) refuse(`is ${found.mime}, which is not accepted here`);
    const blob = await encodeBlob(local, file, found.mime);
    const { name, size, lastModified } = file;
    const reference = await command(
      local,
      write,
      ['upload', name, size, lastModified],
      async (unit): Promise<ReferenceFile> => {
        await writeBlobs(unit, [blob], []);
        const source = { url: addressOf(blob), mime: found.mime, bytes: size, ...found.size };
        return { id: unit.tick().id, name, kind: found.kind, source };
      },
    );
    try {
      task.onProgress?.(size, size);
    } catch {
      // The caller's own trouble.
    }
    return reference;
  });
}
