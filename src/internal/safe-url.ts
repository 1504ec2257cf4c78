const MAX_DATA_URL = 64 * 1024;
const RASTER = /^data:image\/(?:png|jpeg|webp|avif|gif)(?:;base64)?,/;
const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
// What `URL.createObjectURL` makes in a document of an opaque origin.
const OPAQUE_BLOB = /^blob:null\/[\da-f-]{36}$/;

const parse = (url: unknown, base: string): URL | undefined => {
  if (typeof url !== 'string' || url === '') return undefined;
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
};

/** Engines differ on what `file:` has; here it is opaque, like that of every document not from the web. */
const originOf = (base: string): string => {
  const parsed = parse(base, base);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.origin : 'null';
};

const isOwnBlob = ({ href, origin }: URL, base: string): boolean =>
  origin === originOf(base) && (origin !== 'null' || OPAQUE_BLOB.test(href));

/**
 * The gate for every address of a medium: parsed as a browser does, then matched against what is allowed - `https:`,
 * `http:` of the page's own origin or of this machine, `blob:` of the page's own origin, `data:` of a raster image up
 * to 64 kB.
 * @param base address of the document, for relative addresses and the own origin.
 * @returns the normalised address, or nothing where it is not allowed.
 */
export function safeMediaUrl(url: unknown, base: string): string | undefined {
  const parsed = parse(url, base);
  if (!parsed || parsed.username || parsed.password) return undefined;
  const { protocol, href, origin, hostname } = parsed;
  const allowed =
    protocol === 'https:' ||
    (protocol === 'http:' && (origin === originOf(base) || LOOPBACK.test(hostname))) ||
    (protocol === 'blob:' && isOwnBlob(parsed, base)) ||
    (protocol === 'data:' && href.length <= MAX_DATA_URL && RASTER.test(href));
  return allowed ? href : undefined;
}

/** The gate for addresses that a person can follow or copy: `https:` and `http:`, without credentials. */
export function safeLinkUrl(url: unknown, base: string): string | undefined {
  const parsed = parse(url, base);
  if (!parsed || parsed.username || parsed.password) return undefined;
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : undefined;
}
