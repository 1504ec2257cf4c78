import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { clipText } from '../../../internal/clip-text.js';
import { promptOf, type Id, type Iteration, type Parent } from '../../../model/index.js';
import { icon } from '../../../ui/icon.js';
import { close, copy, remix } from '../../../ui/icon-shapes.js';
import { madeFromText } from './made-from.js';
import { embeddedOf, provenanceOf } from './origin-fields.js';
import { attempt } from './panel-attempt.js';
import type { Field, PanelContext } from './panel-context.js';
import { factsOf, parametersOf, projectsFieldOf } from './panel-fields.js';
import { judgingFields } from './panel-judging.js';
import { referenceList } from './panel-references.js';
import { plainText } from './plain-text.js';
import { smallPicture } from './small-picture.js';
import type { LightboxView } from '../sequence.js';
import { briefJson, briefText, wholeBrief } from './whole-brief.js';
import { tip } from '../tip.js';

/** What a text shows at first, and further ones by each "Show more", in characters. */
const FIRST_PART = 320;
const NEXT_PART = 100_000;
/** Longest value a row shows; all of it is copied. */
const VALUE_LENGTH = 300;
const NAME_LENGTH = 80;

/** Everything that is known of what is shown. */
export function panel(view: LightboxView, context: PanelContext): TemplateResult {
  const { localizer } = context;
  const { row, session } = view;
  const references = session?.brief.references ?? [];
  const parents = (row?.parents ?? []).filter((parent) => parent.iterationId !== undefined && !parent.gone);
  return html`<div class="panel-head">
      <h2>${localizer.t('lightbox.details')}</h2>
      <button
        type="button"
        class="btn icon sheet-close"
        aria-label=${localizer.t('lightbox.hideDetails')}
        ${tip(localizer.t('lightbox.hideDetails'))}
        @click=${context.close}
      >
        ${icon(close)}
      </button>
    </div>
    ${row ? judgingFields(row, context) : nothing}
    ${row ? longText('lightbox.brief', promptOf(row, session), context) : nothing}
    ${longText('lightbox.revised', row?.revisedPrompt ?? '', context)}
    ${longText('lightbox.negative', plainText(session?.brief.negativePrompt), context)}
    ${row ? guard([row, view.session, context.localizer], () => copyBrief(row, view, context)) : nothing}
    ${row && references.length > 0 ? referenceList(references, row.id, context.base, context) : nothing}
    ${parents.length > 0 ? parentList(parents, context) : nothing} ${attempt(view, context)}
    ${fieldList(localizer.t('lightbox.details'), [...factsOf(view, localizer), ...projectsFieldOf(view, context)], context, true)}
    ${fieldList(localizer.t('lightbox.parameters'), parametersOf(view), context)}
    ${fieldList(localizer.t('panel.provenance'), provenanceOf(row, localizer), context)}
    ${longText('panel.embedded', embeddedOf(row), context)}
    ${context.look.render(view.id, { localizer, opener: context.store.media })}`;
}

function longText(
  key: 'lightbox.brief' | 'lightbox.revised' | 'lightbox.negative' | 'panel.embedded',
  text: string,
  context: PanelContext,
): TemplateResult | typeof nothing {
  if (text === '') return nothing;
  const { localizer, expanded, expand } = context;
  const parts = expanded.get(key) ?? 0;
  const length = FIRST_PART + parts * NEXT_PART;
  const isLong = text.length > length;
  const isPrompt = key !== 'panel.embedded';
  const copyLabel = localizer.t(isPrompt ? 'action.copyPrompt' : 'panel.copy');
  return html`<section class="text">
    <div class="section-head">
      <h3>${localizer.t(key)}</h3>
      <button
        type="button"
        class="btn icon small"
        aria-label=${copyLabel}
        ${tip(copyLabel)}
        @click=${() => context.copy(text, isPrompt ? 'toast.copiedPrompt' : 'action.copied')}
      >
        ${icon(copy)}
      </button>
    </div>
    <p class="prose" dir="auto">${isLong ? `${text.slice(0, length)}…` : text}</p>
    ${
      isLong || parts > 0
        ? html`<button type="button" class="btn quiet small more" @click=${() => expand(key, isLong ? parts + 1 : 0)}>
            ${localizer.t(isLong ? 'session.showMore' : 'session.showLess')}
          </button>`
        : nothing
    }
  </section>`;
}

/** What takes everything that was asked for along: as text, and as JSON. */
function copyBrief(row: Iteration, { session }: LightboxView, { localizer, copy: take }: PanelContext): unknown {
  const button = (label: string, text: () => string | undefined): TemplateResult =>
    html`<button
      type="button"
      class="btn quiet small"
      @click=${() => {
        const value = text();
        if (value) take(value, 'panel.copiedBrief');
      }}
    >
      ${icon(copy)} ${label}
    </button>`;
  const brief = wholeBrief(row, session);
  if (!brief.prompt && Object.keys(brief).length === 1) return nothing;
  return html`<section class="whole">
    ${button(localizer.t('panel.copyBrief'), () => briefText(brief, localizer))}
    ${button(localizer.t('panel.copyBriefJson'), () => briefJson(brief))}
  </section>`;
}

function parentList(parents: readonly Parent[], context: PanelContext): TemplateResult {
  const items = parents.map(({ iterationId = '', role }) => html`<li>${parentItem(iterationId, role, context)}</li>`);
  return html`<section>
    <h3>${context.localizer.t('lightbox.parents')}</h3>
    <ul class="parents">
      ${items}
    </ul>
  </section>`;
}

function parentItem(id: Id, role: string, { localizer, store, open }: PanelContext): TemplateResult {
  const row: Iteration | undefined = store.iteration(id);
  const prompt = row && clipText(promptOf(row, store.session(row.sessionId)), NAME_LENGTH);
  const text = madeFromText(localizer, role, prompt ?? '', store.capabilities.verbs);
  return html`<button type="button" class="parent" @click=${() => open(id)}>
    ${smallPicture(row?.media && { media: row.media, kind: row.kind, opener: store.media, width: 40 }, remix)}
    <bdi class="parent-text">${text}</bdi>
  </button>`;
}

function fieldList(
  label: string,
  fields: readonly Field[],
  context: PanelContext,
  isHeadHidden = false,
): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  return html`<section>
    <h3 class=${isHeadHidden ? 'visually-hidden' : ''}>${label}</h3>
    <ul class="fields">
      ${repeat(
        fields,
        ({ id }) => id,
        (field) =>
          html`<li>
            <button
              type="button"
              class="field"
              aria-description=${context.localizer.t('panel.copy')}
              @click=${() => context.copy(field.value, 'action.copied')}
            >
              <bdi class="field-label">${clipText(field.label, NAME_LENGTH)}</bdi>
              <bdi class="field-value">${clipText(field.value, VALUE_LENGTH)}</bdi>
              ${icon(copy)}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
