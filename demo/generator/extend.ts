import { AudioSampleSink, BlobSource, Input, WAVE, WEBM } from './muxer.js';
import type { Job } from './job.js';
import { SAMPLE_RATE, type Stereo } from './audio/voices.js';

/** What is extended; nothing where something else is wanted. */
export const extendedBy = ({ role, references }: Job): Blob | undefined =>
  role === 'extend' ? references[0] : undefined;

export const inputOf = (file: Blob): Input => new Input({ source: new BlobSource(file), formats: [WEBM, WAVE] });

/** The sound of a file as two channels; nothing where this browser cannot read it. */
export async function soundOf(file: Blob): Promise<Stereo | undefined> {
  const input = inputOf(file);
  try {
    const track = await input.getPrimaryAudioTrack();
    if (!track || (await track.getSampleRate()) !== SAMPLE_RATE || !(await track.canDecode())) return undefined;
    const length = Math.ceil((await track.computeDuration()) * SAMPLE_RATE);
    const sound = { left: new Float32Array(length), right: new Float32Array(length) };
    for await (const sample of new AudioSampleSink(track).samples()) {
      const at = Math.max(0, Math.round(sample.timestamp * SAMPLE_RATE));
      for (const [plane, channel] of [sound.left, sound.right].entries()) {
        const part = new Float32Array(sample.numberOfFrames);
        sample.copyTo(part, { planeIndex: Math.min(plane, sample.numberOfChannels - 1), format: 'f32-planar' });
        channel.set(part.subarray(0, Math.max(0, length - at)), at);
      }
      sample.close();
    }
    return sound;
  } catch {
    return undefined;
  } finally {
    input.dispose();
  }
}

/** How long one fades into the other, in s. */
const FADE = 0.8;

/** One sound after the other, with a short crossfade. */
export function after(first: Stereo, next: Stereo): Stereo {
  const fade = Math.min(Math.round(FADE * SAMPLE_RATE), first.left.length, next.left.length);
  const join = (a: Float32Array, b: Float32Array): Float32Array<ArrayBuffer> => {
    const all = new Float32Array(a.length + b.length - fade);
    all.set(a);
    all.set(b.subarray(fade), a.length);
    for (let i = 0; i < fade; i++) {
      const at = a.length - fade + i;
      all[at] = (a[at] ?? 0) * (1 - i / fade) + ((b[i] ?? 0) * i) / fade;
    }
    return all;
  };
  return { left: join(first.left, next.left), right: join(first.right, next.right) };
}
