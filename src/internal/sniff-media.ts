/** What the first bytes of a file say it is. */
export interface SniffedMedia {
  readonly kind: 'image' | 'video' | 'audio';
  readonly mime: string;
  /** Display px, where the head of the file tells them. */
  readonly size?: { readonly width: number; readonly height: number };
}

type Head = Uint8Array<ArrayBuffer>;

const text = (head: Head, start: number, length: number): string =>
  String.fromCharCode(...head.subarray(start, start + length));

const view = (head: Head): DataView => new DataView(head.buffer, head.byteOffset, head.byteLength);

const png = (head: Head): SniffedMedia => ({
  kind: 'image',
  mime: 'image/png',
  ...(head.length >= 24 && { size: { width: view(head).getUint32(16), height: view(head).getUint32(20) } }),
});

const gif = (head: Head): SniffedMedia => ({
  kind: 'image',
  mime: 'image/gif',
  ...(head.length >= 10 && { size: { width: view(head).getUint16(6, true), height: view(head).getUint16(8, true) } }),
});

/** Kinds of files that begin with a box of type `ftyp`, by their brand. */
function boxed(brand: string): SniffedMedia {
  if (/^avi[fs]/.test(brand)) return { kind: 'image', mime: 'image/avif' };
  if (/^(hei[cfsx]|mif1)/.test(brand)) return { kind: 'image', mime: 'image/heic' };
  if (brand.startsWith('M4A')) return { kind: 'audio', mime: 'audio/mp4' };
  return { kind: 'video', mime: brand.startsWith('qt') ? 'video/quicktime' : 'video/mp4' };
}

function riff(form: string): SniffedMedia | undefined {
  if (form === 'WEBP') return { kind: 'image', mime: 'image/webp' };
  return form === 'WAVE' ? { kind: 'audio', mime: 'audio/wav' } : undefined;
}

/** Tells a raster image, video or audio file by its first bytes (some hundred will do); anything else is `undefined`. */
export function sniffMedia(head: Head): SniffedMedia | undefined {
  if (text(head, 0, 8) === '\x89PNG\r\n\x1a\n') return png(head);
  if (/^GIF8[79]a/.test(text(head, 0, 6))) return gif(head);
  if (text(head, 0, 3) === '\xff\xd8\xff') return { kind: 'image', mime: 'image/jpeg' };
  if (text(head, 0, 4) === 'RIFF') return riff(text(head, 8, 4));
  if (text(head, 4, 4) === 'ftyp') return boxed(text(head, 8, 4));
  if (text(head, 0, 4) === '\x1a\x45\xdf\xa3') return { kind: 'video', mime: 'video/webm' };
  if (text(head, 0, 4) === 'OggS') return { kind: 'audio', mime: 'audio/ogg' };
  if (text(head, 0, 4) === 'fLaC') return { kind: 'audio', mime: 'audio/flac' };
  const frame = ((head[0] ?? 0) << 8) | (head[1] ?? 0);
  if ((frame & 0xfff6) === 0xfff0) return { kind: 'audio', mime: 'audio/aac' };
  if (text(head, 0, 3) === 'ID3' || (frame & 0xffe0) === 0xffe0) return { kind: 'audio', mime: 'audio/mpeg' };
  return undefined;
}
