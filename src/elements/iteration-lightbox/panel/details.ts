import type { LitElement, TemplateResult } from 'lit';
import { addEnglish } from '../../../i18n/registry.js';
import { composerTexts } from '../../../i18n/texts/composer.js';
import { judgingFieldTexts } from '../../../i18n/texts/judging-fields.js';
import { lightboxPanelTexts } from '../../../i18n/texts/lightbox-panel.js';
import { adoptStyles } from '../../../ui/adopt-styles.js';
import { mediaThumbnailStyles } from '../../../ui/media-thumbnail.js';
import type { Id } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import type { Verdict } from '../verdict.js';
import type { LightboxView } from '../sequence.js';
import { panelJudgingStyles } from './panel-judging.styles.js';
import { panelStyles } from './panel.styles.js';
import type { DetailsContext } from './panel-context.js';
import { panel } from './panel.js';
import { panelMoreStyles } from './panel-more.styles.js';
import { ProjectNames } from './project-names.js';
import { ReferenceLook } from './reference-look.js';
import { TagDrafts } from './tag-drafts.js';
import { JudgingFields } from './judging-fields.js';
import { NoteDrafts } from './note-drafts.js';

/** The details of what is shown. */
export interface Details {
  draw(view: LightboxView, context: DetailsContext): TemplateResult;
  /** Saves the notes of all but what is looked at now. */
  leave(store?: ImaginationsStore, shown?: Id | null): void;
}

/** The details of a lightbox, with their texts and styles. */
export function detailsOf(host: LitElement, verdict: Verdict): Details {
  for (const texts of [composerTexts, judgingFieldTexts, lightboxPanelTexts]) addEnglish(texts);
  adoptStyles(host, ...mediaThumbnailStyles, panelStyles, panelMoreStyles, panelJudgingStyles);
  const changed = (): void => host.requestUpdate();
  const notes = new NoteDrafts((store, id, note) => verdict.sayOf(store, id, { note }), changed);
  const parts = {
    look: new ReferenceLook(host),
    projects: new ProjectNames(changed),
    drafts: new TagDrafts(changed),
    notes,
    fields: new JudgingFields(),
  };
  return {
    draw: (view, context) => panel(view, { ...context, ...parts, base: host.baseURI }),
    leave: (...shown) => notes.leave(...shown),
  };
}
