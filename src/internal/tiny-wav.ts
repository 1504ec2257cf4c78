const RATE = 8000;

/**
 * A real WAV file of one tone (8 kHz, mono, 8 bits).
 * @param durationMs length in ms.
 * @param hertz pitch.
 */
export function tinyWav(durationMs: number, hertz: number): Blob {
  const samples = Math.round((durationMs * RATE) / 1000);
  const file = new DataView(new ArrayBuffer(44 + samples));
  const write = (offset: number, text: string) => {
    for (let index = 0; index < text.length; index++) file.setUint8(offset + index, text.charCodeAt(index));
  };
  write(0, 'RIFF');
  file.setUint32(4, 36 + samples, true);
  write(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE, true);
  file.setUint32(28, RATE, true);
  file.setUint16(32, 1, true);
  file.setUint16(34, 8, true);
  write(36, 'data');
  file.setUint32(40, samples, true);
  for (let index = 0; index < samples; index++) {
    file.setUint8(44 + index, 128 + Math.round(90 * Math.sin((2 * Math.PI * hertz * index) / RATE)));
  }
  return new Blob([file.buffer], { type: 'audio/wav' });
}
