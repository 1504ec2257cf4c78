import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';
import type { MediaSource } from '../../../model/index.js';
import { MOST_ENLARGED } from '../../media/full-picture.js';

const isLength = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && value > 0;

class MediaBoxDirective extends Directive {
  #key = '';

  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [{ width, height }]: [MediaSource]): unknown {
    const box = part.element as HTMLElement;
    const known = isLength(width) && isLength(height);
    const key = known ? `${width} ${height}` : 'unknown';
    if (key === this.#key) return noChange;
    this.#key = key;
    box.classList.toggle('unsized', !known);
    if (!known) return noChange;
    box.style.setProperty('--_ratio', String(width / height));
    box.style.setProperty('--_most', `${width * MOST_ENLARGED}px`);
    return noChange;
  }
}

/** Gives a box the shape of its medium before that has loaded: `<div ${mediaBox(media)}>`. */
export const mediaBox: (media: MediaSource) => DirectiveResult = directive(MediaBoxDirective);
