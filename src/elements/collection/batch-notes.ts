import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { addEnglish } from '../../i18n/registry.js';
import { batchTexts } from '../../i18n/texts/batch.js';
import { outcomeTexts } from '../../i18n/texts/outcome.js';
import type { ImaginationsStore, UndoOutcome } from '../../store/index.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { icon } from '../../ui/icon.js';
import { alert, close, info, regenerate, undo as undoShape } from '../../ui/icon-shapes.js';
import { progressBar } from '../../ui/progress-bar.js';
import { batchNoteStyles } from './batch-notes.styles.js';
import type { BatchNote, BatchRuns, BatchVerb, RunningBatch } from './batch-runs.js';
import type * as words from './batch-words.js';
import type { failedList } from './failed-list.js';

/** What the notes need of their element. */
export interface BatchNotesContext {
  localizer(): Localizer;
  announce(text: string): void;
  /** Takes the focus of a control that has gone. */
  focusBack(): void;
  /** Lists what failed. */
  readonly failedList: typeof failedList;
  readonly words: typeof words;
}

/** Says how far a long batch is, and what of the last ones did not work; above the bar. Loaded when there is something to say. */
export class BatchNotes {
  readonly #host: LitElement;
  readonly #context: BatchNotesContext;
  /** Whose failed rows are listed. */
  #open: BatchNote | undefined;
  /** What has been said. */
  #told: BatchNote | BatchVerb | undefined;

  constructor(host: LitElement, context: BatchNotesContext) {
    this.#host = host;
    this.#context = context;
    addEnglish(batchTexts);
    addEnglish(outcomeTexts);
    adoptStyles(host, batchNoteStyles);
  }

  render(store: ImaginationsStore, runs: BatchRuns): TemplateResult | typeof nothing {
    const { running, note } = runs;
    this.#tell(running, note);
    if (!running && !note) return nothing;
    const isOpen = note !== undefined && this.#open === note;
    return html`<div class="batch-notes" part="batch-notes">
      ${isOpen ? this.#context.failedList(store, this.#context.localizer(), note.failed) : nothing}
      ${running ? this.#renderRunning(running) : nothing} ${note ? this.#renderNote(runs, note, isOpen) : nothing}
    </div>`;
  }

  #tell(running: RunningBatch | undefined, note: BatchNote | undefined): void {
    const now = running?.verb ?? note;
    if (now === this.#told) return;
    this.#told = now;
    const localizer = this.#context.localizer();
    if (running)
      this.#context.announce(`${localizer.t(`batch.doing.${running.verb}`)}: ${amountText(localizer, running)}`);
    else if (note) this.#context.announce(this.#context.words.noteText(localizer, note));
  }

  #renderRunning(running: RunningBatch): TemplateResult {
    const { verb, done, total, isPortioned, stop } = running;
    const localizer = this.#context.localizer();
    const doing = localizer.t(`batch.doing.${verb}`);
    const share = isPortioned && total !== null ? done / total : undefined;
    return html`<div class="batch-note running">
      <span class="batch-note-text">
        <span>${doing}</span>
        <span class="batch-amount">${amountText(localizer, running)}</span>
        ${progressBar(share, doing)}
      </span>
      ${
        stop
          ? html`<button type="button" class="btn quiet small" data-batch-note="cancel" @click=${() => this.#act(stop)}>
              ${localizer.t('action.cancel')}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderNote(runs: BatchRuns, note: BatchNote, isOpen: boolean): TemplateResult {
    const localizer = this.#context.localizer();
    const { failed, undo, retry } = note;
    const isFailure = failed.length > 0 || note.error !== undefined;
    const dismiss = (): void => runs.dismiss();
    return html`<div class=${isFailure ? 'batch-note failed' : 'batch-note'}>
      ${icon(isFailure ? alert : info)}
      <span class="batch-note-text">${this.#context.words.noteText(localizer, note)}</span>
      <span class="batch-note-actions">
        ${
          failed.length > 0
            ? html`<button
                type="button"
                class="btn quiet small"
                data-batch-note="show"
                aria-expanded=${isOpen}
                @click=${() => this.#toggle(note)}
              >
                ${localizer.t(isOpen ? 'action.hide' : 'action.show')}
              </button>`
            : nothing
        }
        ${
          retry
            ? html`<button
                type="button"
                class="btn quiet small"
                data-batch-note="retry"
                @click=${() => this.#act(() => void retry())}
              >
                ${icon(regenerate)}${localizer.t(failed.length > 0 && note.done > 0 ? 'action.retryFailed' : 'action.retry')}
              </button>`
            : nothing
        }
        ${
          undo
            ? html`<button
                type="button"
                class="btn quiet small"
                data-batch-note="undo"
                @click=${() => this.#act(() => void this.#undo(runs, undo))}
              >
                ${icon(undoShape)}${localizer.t('action.undo')}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="btn icon small"
          data-batch-note="dismiss"
          aria-label=${localizer.t('action.dismiss')}
          title=${localizer.t('action.dismiss')}
          @click=${() => this.#act(dismiss)}
        >
          ${icon(close)}
        </button>
      </span>
    </div>`;
  }

  #toggle(note: BatchNote): void {
    this.#open = this.#open === note ? undefined : note;
    this.#host.requestUpdate();
  }

  /** Does what takes the pressed control away: the focus goes on first. */
  #act(run: () => void): void {
    this.#context.focusBack();
    run();
  }

  async #undo(runs: BatchRuns, undo: () => Promise<readonly UndoOutcome[]>): Promise<void> {
    runs.dismiss();
    const { note, isAll } = this.#context.words.undoNote(await undo(), () => this.#undo(runs, undo));
    // A note that says no more than that would have to be put away; one of something newer stays.
    if (isAll || runs.note) this.#context.announce(this.#context.words.noteText(this.#context.localizer(), note));
    else runs.leave(note);
  }
}

/** How far a batch is; where it is one call, which says nothing until it is through, to how many rows it is done. */
function amountText(localizer: Localizer, { done, total, isPortioned }: RunningBatch): string {
  if (total === null) return localizer.t('batch.everything');
  return isPortioned
    ? localizer.t('batch.progress', { done, count: total })
    : localizer.t('batch.inOneGo', { count: total });
}
