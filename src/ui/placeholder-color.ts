import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';
import type { Placeholder } from '../model/index.js';

const HEX = /^#[\da-f]{6}$/i;

class PlaceholderColorDirective extends Directive {
  #color = '';

  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [placeholder]: [Placeholder | undefined]): unknown {
    const color = colorOf(placeholder);
    if (color !== this.#color) (part.element as HTMLElement).style.backgroundColor = color;
    this.#color = color;
    return noChange;
  }
}

function colorOf(placeholder: Placeholder | undefined): string {
  if (placeholder?.color !== undefined && HEX.test(placeholder.color)) return placeholder.color;
  return placeholder?.thumbhash === undefined ? '' : averageOfThumbHash(placeholder.thumbhash);
}

/** The average colour that a ThumbHash starts with: lightness and two chroma differences in 18 bits. */
function averageOfThumbHash(base64: string): string {
  let bytes: string;
  try {
    bytes = atob(base64.slice(0, 8));
  } catch {
    return '';
  }
  if (bytes.length < 3) return '';
  const header = bytes.charCodeAt(0) | (bytes.charCodeAt(1) << 8) | (bytes.charCodeAt(2) << 16);
  const light = (header & 63) / 63;
  const yellowBlue = ((header >> 6) & 63) / 31.5 - 1;
  const redGreen = ((header >> 12) & 63) / 31.5 - 1;
  const blue = light - (2 / 3) * yellowBlue;
  const red = (3 * light - blue + redGreen) / 2;
  const byte = (value: number): number => Math.round(255 * Math.min(1, Math.max(0, value)));
  return `rgb(${byte(red)} ${byte(red - redGreen)} ${byte(blue)})`;
}

/** Paints an element in the average colour of its picture, before there is one: `<div ${placeholderColor(…)}>`. */
export const placeholderColor: (placeholder: Placeholder | undefined) => DirectiveResult =
  directive(PlaceholderColorDirective);
