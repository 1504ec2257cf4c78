import { AdapterError } from '../data/index.js';

/** Enough of a file to tell what it is. */
const HEAD_BYTES = 64;

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

const startsWith = (bytes: Uint8Array, ...wanted: readonly number[]): boolean =>
  bytes.length >= wanted.length && wanted.every((byte, index) => bytes[index] === byte);

/** ISO base media files (`ftyp` at 4) tell by their brand what they hold. */
function isoMime(brand: string): string {
  if (brand === 'avif' || brand === 'avis') return 'image/avif';
  if (brand.startsWith('hei') || brand.startsWith('mif')) return 'image/heic';
  if (brand.startsWith('M4A')) return 'audio/mp4';
  return brand.startsWith('qt') ? 'video/quicktime' : 'video/mp4';
}

/**
 * The type of a file by its first bytes, for its name and the type the system gives it may lie.
 * Signatures: https://mimesniff.spec.whatwg.org/#matching-a-mime-type-pattern
 * @returns a MIME type, or `undefined` for bytes it does not know.
 */
export function sniffMime(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (text(bytes, 0, 4) === 'GIF8') return 'image/gif';
  if (text(bytes, 0, 4) === 'RIFF') {
    const form = text(bytes, 8, 12);
    return { WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' }[form];
  }
  if (text(bytes, 4, 8) === 'ftyp') return isoMime(text(bytes, 8, 12));
  if (startsWith(bytes, 0x1a, 0x45, 0xdf, 0xa3)) return 'video/webm';
  if (text(bytes, 0, 4) === 'OggS') return 'audio/ogg';
  if (text(bytes, 0, 4) === 'fLaC') return 'audio/flac';
  if (text(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return 'audio/mpeg';
  return undefined;
}

/** Whether a type is among those of an `accept` attribute. */
function isAccepted(mime: string, accept: string): boolean {
  return accept
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .some((part) => part === '*/*' || part === mime || (part.endsWith('/*') && mime.startsWith(part.slice(0, -1))));
}

/**
 * Lets a reference file through, with the type its bytes say it has.
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
  let head: Uint8Array;
  try {
    head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  } catch {
    throw refuse('unreadable', 'the file cannot be read');
  }
  const mime = sniffMime(head);
  if (mime === undefined || !isAccepted(mime, accept))
    throw refuse('type', `the content is ${mime ?? 'of an unknown type'}`);
  return mime === file.type ? file : new File([file], file.name, { type: mime, lastModified: file.lastModified });
}
