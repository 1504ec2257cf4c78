/** The bytes as base64. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  // In pieces: the number of arguments of one call is limited.
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(text);
}

/** The blob as a `data:` address. */
export const toDataUrl = async (blob: Blob): Promise<string> =>
  `data:${blob.type};base64,${toBase64(new Uint8Array(await blob.arrayBuffer()))}`;

/** The blob that a `data:` address holds; `undefined` when it is none. */
export function fromDataUrl(url: string): Blob | undefined {
  const [, type = '', base64, data = ''] = /^data:([^,;]*)(?:;(?!base64,)[^,;]*)*(;base64)?,(.*)$/is.exec(url) ?? [];
  if (!/^data:/i.test(url)) return undefined;
  try {
    const text = base64 ? atob(decodeURIComponent(data)) : decodeURIComponent(data);
    const bytes = base64 ? Uint8Array.from(text, (character) => character.charCodeAt(0)) : text;
    return new Blob([bytes], { type });
  } catch {
    return undefined;
  }
}
