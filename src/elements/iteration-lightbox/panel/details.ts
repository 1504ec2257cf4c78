import type { LitElement, TemplateResult } from 'lit';
import { addEnglish } from '../../../i18n/registry.js';
import { composerTexts } from '../../../i18n/texts/composer.js';
import { judgingFieldTexts } from '../../../i18n/texts/judging-fields.js';
import { adoptStyles } from '../../../ui/adopt-styles.js';
import { mediaThumbnailStyles } from '../../../ui/media-thumbnail.js';
import type { LightboxView } from '../sequence.js';
import { panelJudgingStyles } from './panel-judging.styles.js';
import { panelStyles } from './panel.styles.js';
import { panel, type PanelContext } from './panel.js';

/** Draws the details of what is shown. */
export type Details = (view: LightboxView, context: PanelContext) => TemplateResult;

/** The details of a lightbox, with their texts and styles. */
export function detailsOf(host: LitElement): Details {
  for (const texts of [composerTexts, judgingFieldTexts]) addEnglish(texts);
  adoptStyles(host, ...mediaThumbnailStyles, panelStyles, panelJudgingStyles);
  return panel;
}
