import type { LitElement, TemplateResult } from 'lit';
import { addEnglish } from '../../../i18n/registry.js';
import { composerTexts } from '../../../i18n/texts/composer.js';
import { judgingFieldTexts } from '../../../i18n/texts/judging-fields.js';
import { lightboxPanelTexts } from '../../../i18n/texts/lightbox-panel.js';
import { adoptStyles } from '../../../ui/adopt-styles.js';
import { mediaThumbnailStyles } from '../../../ui/media-thumbnail.js';
import type { LightboxView } from '../sequence.js';
import { panelJudgingStyles } from './panel-judging.styles.js';
import { panelStyles } from './panel.styles.js';
import type { DetailsContext } from './panel-context.js';
import { panel } from './panel.js';
import { panelMoreStyles } from './panel-more.styles.js';
import { ProjectNames } from './project-names.js';
import { ReferenceLook } from './reference-look.js';
import { TagDrafts } from './tag-drafts.js';

/** Draws the details of what is shown. */
export type Details = (view: LightboxView, context: DetailsContext) => TemplateResult;

/** The details of a lightbox, with their texts and styles. */
export function detailsOf(host: LitElement): Details {
  for (const texts of [composerTexts, judgingFieldTexts, lightboxPanelTexts]) addEnglish(texts);
  adoptStyles(host, ...mediaThumbnailStyles, panelStyles, panelMoreStyles, panelJudgingStyles);
  const look = new ReferenceLook(host);
  const projects = new ProjectNames(() => host.requestUpdate());
  const drafts = new TagDrafts(() => host.requestUpdate());
  return (view, context) => panel(view, { ...context, look, projects, drafts, base: host.baseURI });
}
