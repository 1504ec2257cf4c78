/** Longer texts fill the field anyway; measuring them on each key would be felt. */
const LONG = 4000;

let fieldSizing: boolean | undefined;

/** Makes a text field as high as its text, up to its `max-block-size`, where the browser does not do it itself. */
export function grow(field: HTMLTextAreaElement | null): void {
  fieldSizing ??= CSS.supports('field-sizing', 'content');
  if (fieldSizing || !field) return;
  if (field.value.length > LONG) {
    field.style.height = getComputedStyle(field).maxHeight;
    return;
  }
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
