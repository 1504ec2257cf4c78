import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconShape } from '../../ui/icon.js';
import { chevronDown } from '../../ui/icon-shapes.js';

export interface PickOptions {
  readonly name: string;
  readonly label: string;
  readonly icon?: IconShape | undefined;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => void;
}

/** A choice of one among few in little space: the browser's own list behind a quiet pill. */
export function pick({ name, label, icon: shape, value, choices, choose }: PickOptions): TemplateResult {
  const options = choices.map(
    (choice) => html`<option value=${choice.value} .selected=${choice.value === value}>${choice.label}</option>`,
  );
  return html`<span class="pick" part="pick">
    ${shape ? icon(shape) : nothing}
    <select
      name=${name}
      aria-label=${label}
      title=${label}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${options}
    </select>
    ${icon(chevronDown)}
  </span>`;
}
