import { html, noChange, nothing, type TemplateResult } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';

class ScaleDirective extends Directive {
  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [share]: [number | undefined]): unknown {
    (part.element as HTMLElement).style.transform = share === undefined ? '' : `scaleX(${share})`;
    return noChange;
  }
}

const scale: (share: number | undefined) => DirectiveResult = directive(ScaleDirective);

/**
 * A thin bar; looks in `controlStyles`.
 * @param value 0..1; not known: it only shows that something goes on.
 * @param label its name; without one it is not read out, as a text beside it says the same.
 */
export function progressBar(value: number | undefined, label?: string): TemplateResult {
  const share = value === undefined || !Number.isFinite(value) ? undefined : Math.min(1, Math.max(0, value));
  return html`<span
    class=${share === undefined ? 'progress indeterminate' : 'progress'}
    role="progressbar"
    aria-label=${label ?? nothing}
    aria-hidden=${!label}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${share === undefined ? nothing : Math.round(share * 100)}
    ><span ${scale(share)}></span
  ></span>`;
}
