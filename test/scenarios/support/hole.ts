import { html, LitElement, type TemplateResult } from 'lit';

/** Places itself as our elements must not: with a `style` attribute in its template. */
class StyleHole extends LitElement {
  protected override render(): TemplateResult {
    const left = 7;
    return html`<p style="left: ${left}px">Placed by attribute</p>`;
  }
}

export async function plantHole(): Promise<void> {
  if (!customElements.get('style-hole')) customElements.define('style-hole', StyleHole);
  const element = new StyleHole();
  document.body.append(element);
  await element.updateComplete;
  element.remove();
}
