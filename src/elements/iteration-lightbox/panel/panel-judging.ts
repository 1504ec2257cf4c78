import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Annotation } from '../../../data/index.js';
import type { Localizer } from '../../../i18n/index.js';
import { clipText } from '../../../internal/clip-text.js';
import type { Iteration } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { icon } from '../../../ui/icon.js';
import { close, plus } from '../../../ui/icon-shapes.js';
import { flag as flagShape } from '../../../ui/icons/flag.js';
import { reject } from '../../../ui/icons/reject.js';
import { star } from '../../../ui/icons/star.js';
import { ariaKeys } from '../../shortcuts/key-names.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import { tip, tipWithKey } from '../tip.js';
import type { Verdict } from '../verdict.js';
import type { JudgingFields } from './judging-fields.js';
import type { NoteDrafts } from './note-drafts.js';
import type { TagDrafts } from './tag-drafts.js';

const RATINGS = [1, 2, 3, 4, 5] as const;
/** Longest tag that can be written, and how much of one is shown, in characters. */
const TAG_LENGTH = 100;
const SHOWN_LENGTH = 60;
/** More tags than anybody reads. */
const MOST_TAGS = 100;

/** What the fields need. */
export interface JudgingContext {
  readonly localizer: Localizer;
  readonly store: ImaginationsStore;
  readonly verdict: Verdict;
  /** Tags that are being written. */
  readonly drafts: TagDrafts;
  readonly notes: NoteDrafts;
  readonly fields: JudgingFields;
}

/** The fields in which one says what one thinks of an iteration; nothing where that is not wanted. */
export function judgingFields(row: Iteration, context: JudgingContext): TemplateResult | typeof nothing {
  if (!context.verdict.isPossible) return nothing;
  const { localizer, fields } = context;
  return html`<section class="verdict" role="group" aria-label=${localizer.t('judge.label')} @focusin=${fields.touch}>
    <div class="verdict-line">${starButton(row, context)} ${ratings(row, context)} ${flags(row, context)}</div>
    ${repeat(
      [row],
      // What is being written goes with what it is for, and so does the caret; a button keeps the focus from one to the next.
      ({ id }) => fields.keyOf(id),
      () => html`${tagField(row, context)} ${noteField(row, context)}`,
    )}
  </section>`;
}

function toggle(
  id: ShortcutId,
  { localizer, store, verdict }: JudgingContext,
  parts: { readonly name: string; readonly shape: string; readonly isOn: boolean; readonly patch: Annotation },
): TemplateResult {
  const keys = verdict.common.keys.of(id);
  const { name, shape, isOn, patch } = parts;
  return html`<button
    type="button"
    class="btn icon"
    data-verdict=${id}
    aria-pressed=${isOn}
    aria-label=${name}
    aria-keyshortcuts=${ariaKeys(keys) ?? nothing}
    ${tipWithKey(localizer, name, keys)}
    @click=${() => void verdict.say(store, patch)}
  >
    ${icon(shape)}
  </button>`;
}

const starButton = ({ starred = false }: Iteration, context: JudgingContext): TemplateResult =>
  toggle('star', context, {
    name: context.localizer.t('action.star'),
    shape: star,
    isOn: starred,
    patch: { starred: !starred },
  });

function flags({ flag }: Iteration, context: JudgingContext): TemplateResult {
  const one = (id: 'pick' | 'reject', shape: string): TemplateResult =>
    toggle(id, context, {
      name: context.localizer.t(`action.${id}`),
      shape,
      isOn: flag === id,
      patch: { flag: flag === id ? null : id },
    });
  return html`<span class="verdict-flags">${one('pick', flagShape)}${one('reject', reject)}</span>`;
}

/** In numbers, as its keys are: a star is something else. */
function ratings({ rating = 0 }: Iteration, { localizer, store, verdict }: JudgingContext): TemplateResult {
  const one = (value: NonNullable<Iteration['rating']>, name: string, sign: unknown): TemplateResult =>
    html`<label class=${value > 0 && value <= rating ? 'rating-step on' : 'rating-step'} title=${name}>
      <input
        type="radio"
        name="rating"
        .value=${String(value)}
        .checked=${live(rating === value)}
        @change=${() => void verdict.say(store, { rating: value })}
      /><span class="rating-sign" aria-hidden="true">${sign}</span><span class="visually-hidden">${name}</span>
    </label>`;
  const choices = RATINGS.map((value) =>
    one(value, localizer.t('judge.rate', { count: value }), localizer.number(value)),
  );
  return html`<fieldset class=${rating > 0 ? 'rating rated' : 'rating'}>
    <legend class="visually-hidden">${localizer.t('judge.rating')}</legend>
    ${choices}${one(0, localizer.t('judge.none'), icon(close))}
  </fieldset>`;
}

function tagField({ id, tags = [] }: Iteration, { localizer, store, verdict, drafts }: JudgingContext): TemplateResult {
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const text = (event.currentTarget as HTMLElement).querySelector('input')?.value ?? '';
    const added = [...new Set(text.split(',').map((part) => part.trim()))].filter(
      (tag) => tag !== '' && !tags.includes(tag),
    );
    drafts.put(store, id, '');
    if (added.length === 0) return;
    const outcome = await verdict.say(store, { tags: { add: added } });
    // Refused: what was written stays.
    if (drafts.text(store, id) === '' && (!outcome || outcome.failed.length > 0)) drafts.put(store, id, text);
  };
  const remove = (event: Event, tag: string): void => {
    const button = event.currentTarget as HTMLElement;
    const item = button.closest('li');
    const next = item?.nextElementSibling ?? item?.previousElementSibling;
    (next?.querySelector('button') ?? button.closest('.tag-field')?.querySelector('input'))?.focus({
      preventScroll: true,
    });
    void verdict.say(store, { tags: { remove: [tag] } });
  };
  const label = localizer.t('judge.addTag');
  return html`<div class="tag-field">
    <h3>${localizer.t('judge.tags')}</h3>
    <ul class="tags" ?hidden=${tags.length === 0}>
      ${repeat(
        tags.slice(0, MOST_TAGS),
        (tag) => tag,
        (tag) =>
          html`<li class="tag">
            <bdi>${clipText(tag, SHOWN_LENGTH)}</bdi
            ><button
              type="button"
              aria-label=${localizer.t('judge.removeTag', { tag: clipText(tag, SHOWN_LENGTH) })}
              @click=${(event: Event) => remove(event, tag)}
            >
              ${icon(close)}
            </button>
          </li>`,
      )}
    </ul>
    <form class="tag-form" @submit=${add}>
      <input
        class="input"
        type="text"
        dir="auto"
        maxlength=${TAG_LENGTH}
        enterkeyhint="done"
        autocomplete="off"
        aria-label=${label}
        placeholder=${label}
        .value=${live(drafts.text(store, id))}
        @input=${(event: Event) => drafts.write(store, id, (event.currentTarget as HTMLInputElement).value)}
        @keydown=${leaveByEscape}
      />
      <button type="submit" class="btn icon" aria-label=${localizer.t('judge.add')} ${tip(localizer.t('judge.add'))}>
        ${icon(plus)}
      </button>
    </form>
  </div>`;
}

function noteField(row: Iteration, { localizer, store, notes }: JudgingContext): TemplateResult {
  const { id, note = '' } = row;
  notes.takeUp(store, row);
  const save = (): void => void notes.save(store, id);
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else leaveByEscape(event);
  };
  return html`<div class="note-field">
    <h3 id="note-label">${localizer.t('judge.note')}</h3>
    <textarea
      class="input"
      rows="2"
      dir="auto"
      aria-labelledby="note-label"
      placeholder=${localizer.t('judge.notePlaceholder')}
      .value=${live(notes.text(store, id) ?? note)}
      @input=${(event: Event) => notes.write(store, id, (event.currentTarget as HTMLTextAreaElement).value)}
      @blur=${() => notes.isRefused(store, id) || save()}
      @keydown=${key}
    ></textarea>
    ${
      notes.isRefused(store, id)
        ? html`<p class="note-kept" role="alert">
            <span>${localizer.t('judge.noteKept')}</span>
            <button type="button" class="btn small" @click=${save}>${localizer.t('action.retry')}</button>
          </p>`
        : nothing
    }
  </div>`;
}

/** Out of the field, and no further: the key closes nothing while somebody writes. */
function leaveByEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  (event.currentTarget as HTMLElement).closest('dialog')?.focus({ preventScroll: true });
}
