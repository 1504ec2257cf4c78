import { LitElement, html, type TemplateResult } from 'lit';

/** An element whose template the test writes. */
export class TemplateProbe extends LitElement {
  template: () => TemplateResult = () => html`<slot></slot>`;
  renders = 0;

  protected override updated(): void {
    this.renders += 1;
  }

  override render(): TemplateResult {
    return this.template();
  }
}

/** One with a controller. */
export type Probe<T> = TemplateProbe & { readonly controller: T };

let count = 0;

/** Defines an element around a controller, under a name of its own. */
export function probeClass<T>(make: (host: TemplateProbe) => T): new () => Probe<T> {
  class OneProbe extends TemplateProbe {
    readonly controller: T = make(this);
  }
  count += 1;
  customElements.define(`probe-${count}`, OneProbe);
  return OneProbe;
}

/** Puts an element on the page for one test. */
export function mount<E extends HTMLElement>(element: E, into: ParentNode = document.body): E {
  into.append(element);
  mounted.push(element);
  return element;
}

const mounted: Element[] = [];

/** Takes away what was mounted; for `afterEach`. */
export function unmountAll(): void {
  for (const element of mounted.splice(0)) element.remove();
}
