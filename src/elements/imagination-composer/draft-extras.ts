import type { LitElement } from 'lit';
import { addEnglish } from '../../i18n/registry.js';
import { verbTexts } from '../../i18n/texts/verbs.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { mediaThumbnailStyles } from '../../ui/media-thumbnail.js';
import { draftPartsStyles } from './draft-parts.styles.js';

// What a brief may hold beside its words: loaded when somebody is at the composer, or a draft has it already.
export { aimNews, draftAim } from './draft-aim.js';
export { draftReferences } from './draft-references.js';

/** Gives the composer the looks of both. */
export function dress(host: LitElement): void {
  addEnglish(verbTexts);
  adoptStyles(host, ...mediaThumbnailStyles, draftPartsStyles);
}
