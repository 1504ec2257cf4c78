import type { LitElement } from 'lit';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { mediaThumbnailStyles } from '../../ui/media-thumbnail.js';
import { draftPartsStyles } from './draft-parts.styles.js';

// What a brief may hold beside its words: loaded when somebody is at the composer, or a draft has it already.
export { draftAim } from './draft-aim.js';
export { draftReferences } from './draft-references.js';

/** Gives the composer the looks of both. */
export function dress(host: LitElement): void {
  adoptStyles(host, ...mediaThumbnailStyles, draftPartsStyles);
}
