import { html, svg, type TemplateResult } from 'lit';

/** A shape of `icon-shapes.ts`. */
export type IconShape = string;

/**
 * An outline icon in the colour of the text around it; looks in `baseStyles`.
 * @param label its name, where no text stands beside it and the control around it has none.
 */
export function icon(shape: IconShape, label?: string): TemplateResult {
  const path = svg`<path d=${shape}></path>`;
  return label
    ? html`<svg class="icon-shape" viewBox="0 0 24 24" role="img" aria-label=${label}>${path}</svg>`
    : html`<svg class="icon-shape" viewBox="0 0 24 24" aria-hidden="true">${path}</svg>`;
}
