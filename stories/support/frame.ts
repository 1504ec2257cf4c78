import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** A box for an element that fills its parent: as high as the window allows, as wide as asked. */
export function frame(
  content: TemplateResult,
  { width, dir = 'ltr' }: { readonly width?: number | undefined; readonly dir?: 'ltr' | 'rtl' },
): TemplateResult {
  const size = (element: Element | undefined): void => {
    if (!(element instanceof HTMLElement)) return;
    element.style.blockSize = 'min(720px, 90vh)';
    element.style.inlineSize = width === undefined ? '' : `${width}px`;
  };
  return html`<div dir=${dir} ${ref(size)}>${content}</div>`;
}
