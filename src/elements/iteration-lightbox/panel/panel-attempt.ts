import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Id } from '../../../model/index.js';
import { image } from '../../../ui/icon-shapes.js';
import { alert } from '../../../ui/icons/alert.js';
import { regenerate } from '../../../ui/icons/regenerate.js';
import { nameOf } from '../iteration-text.js';
import type { LightboxView } from '../sequence.js';
import { roleText } from './made-from.js';
import type { PanelContext } from './panel-context.js';
import { smallPicture } from './small-picture.js';

/** More than an attempt ever makes. */
const MOST_SIBLINGS = 60;
const ORIGINS = ['prompt', 'regenerate', 'import'] as const;
const isOrigin = (origin: string): origin is (typeof ORIGINS)[number] => ORIGINS.some((one) => one === origin);

/** Those beside it: to look at all of a session at each drawing takes long, and keeps all of it in memory. */
function near(id: Id, list: LightboxView['list']): readonly Id[] {
  const at = list?.ids.indexOf(id) ?? -1;
  return at < 0 ? [] : (list?.ids.slice(Math.max(0, at - MOST_SIBLINGS), at + MOST_SIBLINGS) ?? []);
}

/** What one attempt made, as far as it is held, the first variant first. */
function siblingsOf({ row, generation, list }: LightboxView, { store }: PanelContext): readonly Id[] {
  const id = row?.generationId;
  if (!id) return [];
  const variant = (one: Id): number => store.iteration(one)?.variant ?? 0;
  // What comes from a host may be anything.
  const made: unknown = generation?.iterationIds;
  const ids: readonly Id[] = Array.isArray(made) && made.length > 0 ? made.slice(0, MOST_SIBLINGS) : near(row.id, list);
  return [...new Set(ids)]
    .filter((one) => store.iteration(one)?.generationId === id)
    .sort((one, other) => variant(one) - variant(other))
    .slice(0, MOST_SIBLINGS);
}

/** What a remix did with what it was made from, in a word. */
function remixText({ row }: LightboxView, { localizer, store }: PanelContext): string {
  const roles = (row?.parents ?? []).filter(({ iterationId }) => iterationId !== undefined).map(({ role }) => role);
  const [role = 'remix'] = roles.filter((one) => one !== 'reference');
  return roleText(localizer, role, store.capabilities.verbs) || localizer.t('panel.origin.remix');
}

function originText(origin: string, view: LightboxView, context: PanelContext): string {
  if (origin === 'remix') return remixText(view, context);
  return isOrigin(origin) ? context.localizer.t(`panel.origin.${origin}`) : '';
}

/** How what is shown came to be, e.g. "Remix · 4 variants · 1 withheld". */
function storyOf(view: LightboxView, context: PanelContext): string {
  const { generation } = view;
  const { localizer } = context;
  if (!generation) return '';
  const { origin, requested, filtered = 0 } = generation;
  return [
    originText(origin, view, context),
    requested > 0 ? localizer.t('panel.requested', { count: requested }) : '',
    filtered > 0 ? localizer.t('panel.filtered', { count: filtered }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The attempt that made what is shown, with everything else that it made; each opens. */
export function attempt(view: LightboxView, context: PanelContext): TemplateResult | typeof nothing {
  const siblings = siblingsOf(view, context);
  const story = storyOf(view, context);
  if (siblings.length < 2 && story === '') return nothing;
  return html`<section class="attempt">
    <h3>${context.localizer.t('panel.attempt')}</h3>
    ${story === '' ? nothing : html`<p class="story">${story}</p>`}
    ${
      siblings.length < 2
        ? nothing
        : html`<ul class="siblings">
            ${repeat(
              siblings,
              (id) => id,
              (id, index) => html`<li>${siblingItem(id, index + 1, view, context)}</li>`,
            )}
          </ul>`
    }
  </section>`;
}

function siblingItem(id: Id, index: number, view: LightboxView, context: PanelContext): TemplateResult {
  const { localizer, store, open } = context;
  const row = store.iteration(id);
  const shape = row?.status === 'succeeded' ? image : row?.status === 'failed' ? alert : regenerate;
  const place = localizer.t('panel.sibling', { index });
  const name = row ? `${place}. ${nameOf(localizer, row, view.session)}` : place;
  return html`<button
    type="button"
    class="sibling"
    aria-label=${name}
    title=${place}
    aria-current=${id === view.id ? 'true' : nothing}
    @click=${() => open(id)}
  >
    ${smallPicture(row?.media && { media: row.media, kind: row.kind, opener: store.media, width: 48 }, shape)}
  </button>`;
}
