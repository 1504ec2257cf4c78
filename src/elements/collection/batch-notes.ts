import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { repeat } from 'lit/directives/repeat.js';
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
  readonly repeat: typeof repeat;
}

/** Says how far a long batch is, and what of the last ones did not work; above the bar. Loaded when there is something to say. */
export class BatchNotes {
  readonly #host: LitElement;
  readonly #context: BatchNotesContext;
  /** The note whose failed rows are listed. */
  #open: object | undefined;
  /** What has been said of what shows. */
  #told: ReadonlySet<BatchNote | BatchVerb> = new Set();

  constructor(host: LitElement, context: BatchNotesContext) {
    this.#host = host;
    this.#context = context;
    addEnglish(batchTexts);
    addEnglish(outcomeTexts);
    adoptStyles(host, batchNoteStyles);
  }

  render(store: ImaginationsStore, runs: BatchRuns): TemplateResult | typeof nothing {
    const { running, notes } = runs;
    this.#tell(running, notes);
    if (!running && notes.length === 0) return nothing;
    const open = notes.find(({ key }) => key === this.#open);
    return html`<div class="batch-notes" part="batch-notes">
      ${open ? this.#context.failedList(store, this.#context.localizer(), open.failed) : nothing}
      ${running ? this.#renderRunning(running) : nothing}
      ${this.#context.repeat(
        notes,
        ({ key }) => key,
        (note) => this.#renderNote(runs, note, note === open),
      )}
    </div>`;
  }

  #tell(running: RunningBatch | undefined, notes: readonly BatchNote[]): void {
    const told = this.#told;
    this.#told = new Set(running ? [running.verb, ...notes] : notes);
    const localizer = this.#context.localizer();
    if (running && !told.has(running.verb))
      this.#context.announce(`${localizer.t(`batch.doing.${running.verb}`)}: ${amountText(localizer, running)}`);
    for (const note of notes)
      if (!told.has(note)) this.#context.announce(this.#context.words.noteText(localizer, note));
  }

  #renderRunning(running: RunningBatch): TemplateResult {
    const { verb, done, total, found, isPortioned, stop } = running;
    const localizer = this.#context.localizer();
    const doing = localizer.t(`batch.doing.${verb}`);
    const share = isPortioned && total !== null && found === undefined ? done / total : undefined;
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
    const dismiss = (): void => runs.dismiss(note);
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
                @click=${() => this.#act(() => void this.#undo(runs, note, undo))}
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
    this.#open = this.#open === note.key ? undefined : note.key;
    this.#host.requestUpdate();
  }

  /** Does what takes the pressed control away: the focus goes on first. */
  #act(run: () => void): void {
    this.#context.focusBack();
    run();
  }

  async #undo(runs: BatchRuns, of: Pick<BatchNote, 'key'>, undo: () => Promise<readonly UndoOutcome[]>): Promise<void> {
    runs.dismiss(of);
    const { note, isAll } = this.#context.words.undoNote(await undo(), (left) => this.#undo(runs, left, undo));
    // A note that says no more than that would have to be put away.
    if (isAll) this.#context.announce(this.#context.words.noteText(this.#context.localizer(), note));
    else runs.leave(note);
  }
}

/** How far a batch is; where it is one call, which says nothing until it is through, to how many rows it is done. */
function amountText(localizer: Localizer, { done, total, found, isPortioned }: RunningBatch): string {
  if (found !== undefined) return localizer.t('batch.found', { count: found });
  if (total === null) return localizer.t('batch.everything');
  return isPortioned
    ? localizer.t('batch.progress', { done, count: total })
    : localizer.t('batch.inOneGo', { count: total });
}
