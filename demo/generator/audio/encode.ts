import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  canEncodeAudio,
  Output,
  Quality,
  WebMOutputFormat,
} from '../muxer.js';
import { AdapterError } from '../../../src/data/index.js';
import { SAMPLE_RATE, type Stereo } from './voices.js';

const CHANNELS = { numberOfChannels: 2, sampleRate: SAMPLE_RATE };

/** 16 bits a sample, as every browser plays. */
function wav({ left, right }: Stereo): Blob {
  const bytes = left.length * 4;
  const view = new DataView(new ArrayBuffer(44 + bytes));
  const text = (at: number, letters: string): void => {
    for (let i = 0; i < letters.length; i++) view.setUint8(at + i, letters.charCodeAt(i));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + bytes, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 2, true);
  view.setUint32(24, SAMPLE_RATE, true);
  view.setUint32(28, SAMPLE_RATE * 4, true);
  view.setUint16(32, 4, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, bytes, true);
  for (let i = 0; i < left.length; i++) {
    view.setInt16(44 + i * 4, Math.round((left[i] ?? 0) * 32767), true);
    view.setInt16(46 + i * 4, Math.round((right[i] ?? 0) * 32767), true);
  }
  return new Blob([view], { type: 'audio/wav' });
}

/** Opus in WebM, whose duration players read right; in Ogg some say it never ends. */
async function opus({ left, right }: Stereo): Promise<Blob> {
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const source = new AudioSampleSource({ codec: 'opus', quality: new Quality('high') });
  output.addAudioTrack(source);
  try {
    await output.start();
    for (let from = 0; from < left.length; from += SAMPLE_RATE) {
      const to = Math.min(left.length, from + SAMPLE_RATE);
      const data = new Float32Array((to - from) * 2);
      data.set(left.subarray(from, to));
      data.set(right.subarray(from, to), to - from);
      const sample = new AudioSample({ data, format: 'f32-planar', timestamp: from / SAMPLE_RATE, ...CHANNELS });
      await source.add(sample);
      sample.close();
    }
    await output.finalize();
  } catch (thrown) {
    await output.cancel();
    throw thrown;
  }
  const { buffer } = output.target;
  if (!buffer) throw new AdapterError('internal', 'The encoder made nothing', { retryable: true });
  return new Blob([buffer], { type: 'audio/webm' });
}

/** Compressed where the engine can, else as WAV. */
export async function encodeSound(sound: Stereo): Promise<Blob> {
  if (typeof AudioEncoder !== 'undefined') {
    const able = await canEncodeAudio('opus', { ...CHANNELS, quality: new Quality('high') });
    if (able) return opus(sound);
  }
  return wav(sound);
}
