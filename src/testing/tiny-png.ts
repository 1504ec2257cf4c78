/** One colour, 0..255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
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

/**
 * A real PNG file, drawn with a function.
 * @param width px.
 * @param height px.
 */
export function tinyPng(width: number, height: number, colorAt: (x: number, y: number) => Rgb): Blob {
  const rows = new Uint8Array(height * (1 + width * 3));
  for (let y = 0, offset = 0; y < height; y++) {
    offset++;
    for (let x = 0; x < width; x++, offset += 3) rows.set(colorAt(x, y), offset);
  }
  const header = join([uint32(width), uint32(height), Uint8Array.of(8, 2, 0, 0, 0)]);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const file = join([signature, chunk('IHDR', header), chunk('IDAT', store(rows)), chunk('IEND', new Uint8Array())]);
  return new Blob([file], { type: 'image/png' });
}
