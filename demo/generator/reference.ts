import { draw, pixels } from './canvas.js';
import { toLab, toRgb, type Lab, type Rgb } from './color.js';
import { hash32, Random } from './random.js';

/** What the references say: their bytes go into the seed, their colours into the palette. */
export interface References {
  readonly hash: number;
  readonly colours: readonly Rgb[];
}

const CLUSTERS = 6;

const distance = (p: Lab, q: Lab): number => (p.l - q.l) ** 2 * 0.6 + (p.a - q.a) ** 2 + (p.b - q.b) ** 2;

/** The main colours of many, by k-means in OKLab; the largest groups first. */
function mainColours(all: readonly Rgb[], random: Random): Rgb[] {
  const labs = all.map(toLab);
  const first = labs[random.int(labs.length)];
  if (!first) return [];
  const centres = [first];
  while (centres.length < CLUSTERS) {
    // Next the colour farthest from all centres so far.
    const far = labs.reduce(
      (best, lab) => {
        const d = Math.min(...centres.map((centre) => distance(lab, centre)));
        return d > best.d ? { lab, d } : best;
      },
      { lab: first, d: 0 },
    );
    if (far.d < 0.0004) break;
    centres.push(far.lab);
  }
  let sizes: number[] = [];
  for (let round = 0; round < 8; round++) {
    const sums = centres.map(() => ({ l: 0, a: 0, b: 0, n: 0 }));
    for (const lab of labs) {
      let nearest = 0;
      let best = Infinity;
      centres.forEach((centre, i) => {
        const d = distance(lab, centre);
        if (d < best) [best, nearest] = [d, i];
      });
      const sum = sums[nearest];
      if (!sum) continue;
      sum.l += lab.l;
      sum.a += lab.a;
      sum.b += lab.b;
      sum.n++;
    }
    sums.forEach(({ l, a, b, n }, i) => {
      if (n > 0) centres[i] = { l: l / n, a: a / n, b: b / n };
    });
    sizes = sums.map((sum) => sum.n);
  }
  return centres
    .map((lab, i) => ({ lab, size: sizes[i] ?? 0 }))
    .filter(({ size }) => size > labs.length * 0.015)
    .sort((p, q) => q.size - p.size)
    .map(({ lab }) => toRgb(lab));
}

async function coloursOf(blob: Blob): Promise<readonly Rgb[]> {
  try {
    const bitmap = await createImageBitmap(blob);
    const scale = Math.min(1, 48 / Math.max(bitmap.width, bitmap.height));
    const canvas = draw(bitmap, Math.max(1, bitmap.width * scale), Math.max(1, bitmap.height * scale));
    bitmap.close();
    return pixels(canvas, 48);
  } catch {
    // Sound, video or a broken file: it still counts for the seed.
    return [];
  }
}

/** Reads the references; the first one, which a remix puts there, gives twice as much colour. */
export async function readReferences(blobs: readonly Blob[]): Promise<References> {
  let hash = 17;
  const all: Rgb[] = [];
  for (const [i, blob] of blobs.entries()) {
    hash = hash32(new Uint8Array(await blob.arrayBuffer()), hash);
    const found = await coloursOf(blob);
    all.push(...found, ...(i === 0 && blobs.length > 1 ? found : []));
  }
  return { hash, colours: all.length > 0 ? mainColours(all, new Random(hash)) : [] };
}
