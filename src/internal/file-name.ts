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
  'audio/aac': 'aac',
  'image/heic': 'heic',
  'application/zip': 'zip',
};

const OWN_EXTENSION = new RegExp(
  `\\.(?:${[...new Set(Object.values(EXTENSIONS)), 'jpeg', 'tiff?', 'bin'].join('|')})$`,
  'i',
);
const MAX_STEM = 80;
/** What file systems give a name, in bytes of UTF-8, the extension and a number included. */
const MAX_BYTES = 255;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)(?:\.|$)/i;
// Control characters, invisible ones (those that steer direction among them), halves of a pair, and what file systems give a meaning.
const FORBIDDEN = /(?:(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"*/:<>?\\|])+/gu;
// The joiner is invisible too, and stays only where it makes one picture of several. What stands before it is taken with
// it: WebKit's look-behind does not see pictures, which are two units of UTF-16.
const JOINER = /([\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]?)\u200d(?=(\p{Extended_Pictographic}?))/gu;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The signs of a text as a person counts them, where the browser can tell; else its code points. */
const signsOf = (text: string): string[] =>
  'Segmenter' in Intl
    ? Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
    : Array.from(text);

/** As much of a text as fits, cut between two signs. */
function fit(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  let kept = '';
  let bytes = 0;
  for (const sign of signsOf(text)) {
    bytes += bytesOf(sign);
    if (bytes > most) break;
    kept += sign;
  }
  return kept;
}

// A number is as good as no number: a device is meant all the same.
const withoutDevice = (stem: string): string => (RESERVED.test(stem) ? `_${stem}` : stem);

/** The extension for a MIME type, without dot; `bin` for one that is not known. */
export function extensionFor(mime: string): string {
  const type = mime.split(';')[0]?.trim().toLowerCase() ?? '';
  return (Object.hasOwn(EXTENSIONS, type) ? EXTENSIONS[type] : undefined) ?? 'bin';
}

/** A text as part of a name: no path, nothing invisible, at most 80 signs on one line; may be empty. */
export function nameText(wanted: string): string {
  const clean = visible(wanted.slice(0, MAX_STEM * 8));
  return trim(signsOf(clean).slice(0, MAX_STEM).join(''));
}

const joined = (all: string, before: string, after: string): string => (before && after ? all : before);

const visible = (text: string): string => text.normalize('NFC').replace(FORBIDDEN, ' ').replace(JOINER, joined);

const trim = (text: string): string => text.replace(/\s+/g, ' ').replace(/^[\s.\-~]+|[\s.]+$/g, '');

/**
 * A name a download can have on every system: no path, no reserved or hidden name, nothing invisible, at most 80 signs
 * and 255 bytes, with the extension of what the file is.
 * @param wanted a name or a prompt; its own extension is replaced where it names a medium.
 */
export function safeFileName(wanted: string | undefined, mime: string, fallback = 'iteration'): string {
  const stem = nameText((wanted ?? '').slice(0, MAX_STEM * 8).replace(OWN_EXTENSION, ''));
  return fileName(stem || fallback, extensionFor(mime));
}

/** A name with its extension that every system takes. */
export function fileName(stem: string, extension: string): string {
  const most = MAX_BYTES - bytesOf(extension) - 2;
  return `${withoutDevice(trim(fit(trim(visible(stem)), most))) || '_'}.${extension}`;
}

/** The name, with a number before the extension while it is taken (letter case does not count); adds it to `taken`. */
export function uniqueFileName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let unique = name;
  for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
    const end = ` (${count})${extension}`;
    unique = `${fit(stem, MAX_BYTES - bytesOf(end)).trimEnd()}${end}`;
  }
  taken.add(unique.toLowerCase());
  return unique;
}
