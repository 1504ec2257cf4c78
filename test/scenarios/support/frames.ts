import { until } from './deep.js';
import type { HostPage } from './page.js';

export interface HostFrame {
  readonly frame: HTMLIFrameElement;
  readonly page: HostPage;
  readonly close: () => void;
}

/** Loads a page of this folder into a frame. */
export async function openFrame(file: string, width = 1000, height = 700): Promise<HostFrame> {
  const frame = document.createElement('iframe');
  frame.width = String(width);
  frame.height = String(height);
  // A scroll bar of the page makes everything narrower that is as wide as the window.
  frame.setAttribute('scrolling', 'no');
  frame.src = new URL(file, import.meta.url).href;
  document.body.append(frame);
  const page = await until(
    file,
    () => Reflect.get(frame.contentWindow ?? {}, 'hostPage') as HostPage | undefined,
    20_000,
  );
  return { frame, page, close: () => frame.remove() };
}
