import { AdapterError } from '../data/index.js';
import { sniffMedia } from '../internal/sniff-media.js';

/** Enough of a file to tell what it is. */
const HEAD_BYTES = 64;

/** Whether a file is among those of an `accept` attribute: types, groups of types and extensions. */
function isAccepted(mime: string, name: string, accept: string): boolean {
  return accept
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .some(
      (part) =>
        part === '*/*' ||
        part === mime ||
        (part.endsWith('/*') && mime.startsWith(part.slice(0, -1))) ||
        (part.startsWith('.') && part.length > 1 && name.toLowerCase().endsWith(part)),
    );
}

/**
 * Lets a reference file through, with the type its bytes say it has: its name and the type the system gives it may lie.
 * @throws AdapterError `invalid` with a `fields` path of `empty`, `unreadable` or `type`, or `too-large`.
 */
export async function checkFile(file: File, maxBytes: number, accept: string): Promise<File> {
  const refuse = (path: string, message: string): AdapterError =>
    new AdapterError('invalid', `${file.name}: ${message}`, { fields: [{ path, message }], retryable: false });
  if (file.size === 0) throw refuse('empty', 'the file is empty');
  if (file.size > maxBytes) {
    throw new AdapterError(
      'too-large',
      `${file.name} has ${String(file.size)} bytes; ${String(maxBytes)} are allowed`,
      { retryable: false },
    );
  }
  let head: Uint8Array<ArrayBuffer>;
  try {
    head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  } catch {
    throw refuse('unreadable', 'the file cannot be read');
  }
  const mime = sniffMedia(head)?.mime;
  if (mime === undefined || !isAccepted(mime, file.name, accept))
    throw refuse('type', `the content is ${mime ?? 'of an unknown type'}`);
  return mime === file.type ? file : new File([file], file.name, { type: mime, lastModified: file.lastModified });
}
