/** The part of the browser's clipboard that is needed here. */
export type TextClipboard = Pick<Clipboard, 'writeText'>;

/**
 * Puts a text into the clipboard.
 * @param clipboard default: the browser's; it has none on plain `http:` pages.
 * @returns whether it is there now.
 */
export async function copyText(
  text: string,
  clipboard = Reflect.get(navigator, 'clipboard') as TextClipboard | undefined,
): Promise<boolean> {
  try {
    await clipboard?.writeText(text);
    return clipboard !== undefined;
  } catch {
    return false;
  }
}
