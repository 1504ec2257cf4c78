/** Signed, so that the sums stay whole numbers of 32 bits. */
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc | 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

const ascii = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function uint32(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = join([ascii(type), data]);
  return join([uint32(data.length), body, uint32(crc32(body))]);
}

/** A zlib stream that does not compress. */
function store(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let start = 0; start < bytes.length; start += 0xffff) {
    const block = bytes.subarray(start, start + 0xffff);
    const { length } = block;
    const isLast = start + length >= bytes.length ? 1 : 0;
    blocks.push(Uint8Array.of(isLast, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff), block);
  }
  return join([...blocks, uint32(adler32(bytes))]);
}

/** What the bytes of a picture stand for. */
export interface PngPixels {
  readonly width: number;
  readonly height: number;
  /** Row by row: three bytes a pixel, or with a palette one. */
  readonly bytes: Uint8Array;
  /** Up to 256 colours of three bytes each. */
  readonly palette?: Uint8Array;
}

const RGB = 2;
const INDEXED = 3;

/** A PNG file that is not compressed: quick to make, as large as its pixels. */
export function encodePng({ width, height, bytes, palette }: PngPixels): Blob {
  const line = width * (palette ? 1 : 3);
  const rows = new Uint8Array(height * (1 + line));
  // Each row begins with its filter: none.
  for (let y = 0; y < height; y++) rows.set(bytes.subarray(y * line, (y + 1) * line), y * (1 + line) + 1);
  const header = join([uint32(width), uint32(height), Uint8Array.of(8, palette ? INDEXED : RGB, 0, 0, 0)]);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const colors = palette ? [chunk('PLTE', palette)] : [];
  const body = [chunk('IHDR', header), ...colors, chunk('IDAT', store(rows)), chunk('IEND', new Uint8Array())];
  return new Blob([join([signature, ...body])], { type: 'image/png' });
}
