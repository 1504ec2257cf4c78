const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/webm': 'weba',
  'audio/flac': 'flac',
};

const OWN_EXTENSION = new RegExp(
  `\\.(?:${[...new Set(Object.values(EXTENSIONS)), 'jpeg', 'tiff?', 'bin'].join('|')})$`,
  'i',
);
const MAX_STEM = 80;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)(?:\.|$)/i;
// Control characters, invisible ones (those that steer direction among them), halves of a pair, and what file systems give a meaning.
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"*/:<>?\\|]+/gu;

/** The extension for a MIME type, without dot; `bin` for one that is not known. */
export function extensionFor(mime: string): string {
  const type = mime.split(';')[0]?.trim().toLowerCase() ?? '';
  return (Object.hasOwn(EXTENSIONS, type) ? EXTENSIONS[type] : undefined) ?? 'bin';
}

/**
 * A name a download can have on every system: no path, no reserved or hidden name, nothing invisible, at most 80
 * characters, with the extension of what the file is.
 * @param wanted a name or a prompt; its own extension is replaced where it names a medium.
 */
export function safeFileName(wanted: string | undefined, mime: string, fallback = 'iteration'): string {
  const extension = extensionFor(mime);
  const stem = Array.from(
    (wanted ?? '')
      .slice(0, MAX_STEM * 8)
      .normalize('NFC')
      .replace(FORBIDDEN, ' ')
      .replace(OWN_EXTENSION, ''),
  )
    .slice(0, MAX_STEM)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.\-~]+|[\s.]+$/g, '');
  const named = stem || fallback;
  return `${RESERVED.test(named) ? `_${named}` : named}.${extension}`;
}

/** The name, with a number before the extension while it is taken (letter case does not count); adds it to `taken`. */
export function uniqueFileName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let unique = name;
  for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${stem} (${count})${extension}`;
  taken.add(unique.toLowerCase());
  return unique;
}
