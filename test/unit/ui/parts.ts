import { LitElement, html, nothing, render, type TemplateResult } from 'lit';
import type { MediaOpener } from '../../../src/ui/media-lease.js';
import { controlStyles } from '../../../src/theme/controls.styles.js';
import { baseStyles } from '../../../src/theme/base.styles.js';
import { menuStyles } from '../../../src/ui/menu.js';
import { toastStyles } from '../../../src/ui/toast.js';

/** A picture of 2 x 2 px. */
export const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==';

/** An element that shows what the test gives it, in the library's looks. */
export class PartsProbe extends LitElement {
  static override readonly styles = [...baseStyles, controlStyles, menuStyles, toastStyles];
  template: () => TemplateResult = () => html`<slot></slot>`;
  override render(): TemplateResult {
    return this.template();
  }
}

/** Opens `asset:` addresses as object URLs, and counts. */
export class CountingOpener implements MediaOpener {
  readonly current: string[] = [];
  readonly opened: string[] = [];
  /** Resolve one by one by hand. */
  readonly gates: (() => void)[] = [];
  manual = false;
  fail = false;
  url: string | undefined;

  async open(url: string): Promise<{ readonly url: string; close(): void }> {
    this.opened.push(url);
    if (this.manual) await new Promise<void>((resolve) => this.gates.push(resolve));
    if (this.fail) throw new Error('gone');
    const objectUrl = URL.createObjectURL(await (await fetch(PIXEL)).blob());
    this.current.push(url);
    return {
      url: this.url ?? objectUrl,
      close: () => {
        URL.revokeObjectURL(objectUrl);
        this.current.splice(this.current.indexOf(url), 1);
      },
    };
  }
}

const places: HTMLElement[] = [];

/** Renders a template into a fresh place on the page; again into the same with its second parameter. */
export function show(template: TemplateResult | typeof nothing, place?: HTMLElement): HTMLElement {
  const into = place ?? document.createElement('div');
  if (!place) {
    document.body.append(into);
    places.push(into);
  }
  render(template, into);
  return into;
}

/** For `afterEach`. */
export function clear(): void {
  for (const place of places.splice(0)) {
    render(nothing, place);
    place.remove();
  }
}
