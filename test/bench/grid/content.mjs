// What all subjects of the grid show: shapes and media of the synthetic library, its prompts, and 64 pictures.
import { deflateSync, crc32 as zlibCrc32 } from 'node:zlib';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { root } from '../../../scripts/npm.mjs';

export const PICTURES = 64;
const PROMPTS = 1000;
const KINDS = ['i', 'v', 'a'];

/**
 * Shape and medium of each row, newest first, as the browser reads them: floats, then bytes; and some of its prompts.
 * @returns {Promise<{ columns: Buffer, prompts: string[] }>}
 */
export async function readLibrary(size) {
  const url = pathToFileURL(path.join(root, 'dist/adapters/synthetic/index.js')).href;
  const { createSyntheticAdapter } = await import(url);
  const adapter = createSyntheticAdapter({ size });
  const { signal } = new AbortController();
  const ratios = new Float32Array(size);
  const kinds = new Uint8Array(size);
  const manifest = await adapter.index.manifest({}, { signal });
  let row = 0;
  for (const info of manifest.segments) {
    const { ratio, kind } = await adapter.index.segment({}, info, { signal });
    for (let at = 0; at < ratio.length; at++, row++) {
      // A sound has no shape: it is drawn as a square.
      ratios[row] = ratio[at] || 1;
      kinds[row] = KINDS.indexOf(kind[at]);
    }
  }
  const prompts = [];
  for (let offset = 0; offset < Math.min(PROMPTS, size); offset += 100) {
    const { items } = await adapter.listIterations({ offset, limit: 100 }, { signal });
    prompts.push(...items.map(({ prompt }) => prompt ?? ''));
  }
  adapter.dispose();
  return { columns: Buffer.concat([Buffer.from(ratios.buffer), Buffer.from(kinds.buffer)]), prompts };
}

const crc = (bytes) => {
  if (zlibCrc32) return zlibCrc32(bytes);
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
};

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG as wide as a thumbnail: a slanted blend of two colours with a grain, so that it is worth decoding. */
export function picture(number, width = 360, height = 270) {
  const line = 1 + width * 3;
  const pixels = Buffer.alloc(line * height);
  const base = [0, 1, 2].map((channel) => 40 + ((number * (37 + 22 * channel)) % 160));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const slant = ((x + 2 * y) / (width + 2 * height)) * 70;
      const grain = (Math.imul(x * 73 + y * 151 + number, 2654435761) >>> 28) - 8;
      for (let channel = 0; channel < 3; channel++) {
        pixels[y * line + 1 + x * 3 + channel] = Math.max(0, Math.min(255, base[channel] + slant + grain));
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
