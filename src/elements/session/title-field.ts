import { css, html, type TemplateResult } from 'lit';
import { isComposing } from '../../internal/is-composing.js';

export interface TitleFieldOptions {
  readonly label: string;
  readonly value: string;
  /** What it is called without a title. */
  readonly placeholder: string;
  readonly save: (title: string) => void;
  readonly cancel: () => void;
}

/** Longest title, in characters. */
const LONGEST = 200;

/** A title being changed in its place: Enter and leaving it save, Escape cancels. Keys typed here are nobody else's. */
export function titleField({ label, value, placeholder, save, cancel }: TitleFieldOptions): TemplateResult {
  let isDone = false;
  const finish = (act: () => void): void => {
    if (isDone) return;
    isDone = true;
    act();
  };
  const handleKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (isComposing(event)) return;
    const { target, key } = event;
    if (key === 'Enter') finish(() => save((target as HTMLInputElement).value));
    else if (key === 'Escape') finish(cancel);
    else return;
    event.preventDefault();
  };
  return html`<input
    class="input title-field"
    part="title-field"
    dir="auto"
    autocomplete="off"
    maxlength=${LONGEST}
    aria-label=${label}
    placeholder=${placeholder}
    .value=${value}
    @keydown=${handleKey}
    @blur=${({ target }: Event) => finish(() => save((target as HTMLInputElement).value))}
  />`;
}

export const titleFieldStyles = css`
  .title-field {
    z-index: 1;
    inline-size: 100%;
    font-weight: 500;
  }
`;
