import { css, html, nothing, render, type LitElement, type TemplateResult } from 'lit';
import { bytesText } from '../../i18n/amounts.js';
import type { Localizer } from '../../i18n/index.js';
import { addEnglish } from '../../i18n/registry.js';
import { downloadTexts } from '../../i18n/texts/download.js';
import { errorTexts } from '../../i18n/texts/errors.js';
import { closestComposed } from '../../internal/composed-tree.js';
import type { ImaginationsStore, Target } from '../../store/index.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { failureText } from '../../ui/failure-text.js';
import { icon } from '../../ui/icon.js';
import { close } from '../../ui/icon-shapes.js';
import { progressBar } from '../../ui/progress-bar.js';
import { toastStyles } from '../../ui/toast.js';
import { downloadNamesFor } from '../host/host-actions.js';
import { downloadIterations } from '../intents/download-intents.js';
import type { DownloadOptions, DownloadOutcome, DownloadProgress } from './download-options.js';

/** How long a download that is over is told of, in ms, where all of it worked. */
const DONE_MS = 6000;

/** Where a download comes from. */
export interface DownloadSource {
  readonly source: LitElement;
  readonly store: ImaginationsStore;
  readonly localizer: Localizer;
}

interface Shown {
  readonly from: DownloadSource;
  readonly target: Target;
  readonly stop: AbortController;
  /** What had the focus: it gets it back. */
  readonly opener: Element | null;
  progress?: DownloadProgress;
  outcome?: DownloadOutcome;
}

/** What is said of a download that is over. */
function overText({ done, failed, skipped, error }: DownloadOutcome, localizer: Localizer): string {
  if (error?.code === 'aborted') return localizer.t('download.canceled');
  const isNothing = done.length + failed.length === 0 && skipped.length > 0;
  const rest = skipped.length > 0 ? localizer.t('download.noFile', { count: skipped.length }) : '';
  // That none of them has a file is the whole reason then.
  if (isNothing && (!error || error.code === 'not-found')) return rest;
  if (error) return failureText(localizer, error);
  const total = done.length + failed.length;
  const text =
    failed.length > 0
      ? localizer.t('download.partly', { count: failed.length, total })
      : localizer.t('download.done', { count: total });
  return rest === '' ? text : `${text}. ${rest}`;
}

/** Tells of the downloads of one element, with a way to end each, or to try again what failed. */
class DownloadMessages {
  readonly #root: HTMLElement;
  readonly #host: LitElement;
  readonly #shown = new Set<Shown>();
  #frame = 0;

  constructor(host: LitElement) {
    addEnglish(downloadTexts);
    addEnglish(errorTexts);
    adoptStyles(host, toastStyles, downloadStyles);
    this.#host = host;
    this.#root = document.createElement('div');
    this.#root.className = 'downloads';
    this.#root.setAttribute('part', 'downloads');
    // Beside what the element draws itself, which leaves it alone.
    (host.renderRoot.querySelector('.dock, .root') ?? host.renderRoot).append(this.#root);
  }

  async start(from: DownloadSource, target: Target, opener: Element | null): Promise<DownloadOutcome | undefined> {
    const shown: Shown = { from, target, opener, stop: new AbortController() };
    const options: DownloadOptions = {
      names: downloadNamesFor(from.source),
      signal: shown.stop.signal,
      progress: (progress) => {
        shown.progress = progress;
        this.#shown.add(shown);
        this.#frame ||= requestAnimationFrame(() => this.#draw());
      },
    };
    const outcome = await downloadIterations(from.source, from.store, target, options);
    if (!outcome) return undefined;
    // A person who closed the browser's own dialog knows it.
    if (outcome.error?.code === 'aborted' && !shown.progress) return outcome;
    shown.outcome = outcome;
    this.#shown.add(shown);
    this.#draw();
    const { error, failed, skipped } = outcome;
    if (!error && failed.length === 0 && skipped.length === 0) setTimeout(() => this.#leave(shown), DONE_MS);
    return outcome;
  }

  #leave(shown: Shown): void {
    if (this.#shown.delete(shown)) this.#draw();
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const root = this.#root.getRootNode() as Document | ShadowRoot;
    const had = this.#root.contains(root.activeElement) ? root.activeElement : null;
    const shown = [...this.#shown];
    const opener = had && shown.length === 0 ? this.#lastOpener : undefined;
    this.#lastOpener = shown.at(-1)?.opener ?? null;
    const toasts = shown.map((one) => this.#one(one));
    render(html`<div class="toasts" role="status" aria-live="polite">${toasts}</div>`, this.#root);
    if (!had || had.isConnected) return;
    const next = this.#root.querySelector<HTMLElement>('button') ?? opener;
    if (next instanceof HTMLElement && next.isConnected) next.focus({ preventScroll: true });
    else this.#host.focus({ preventScroll: true });
  }

  #lastOpener: Element | null = null;

  #one(shown: Shown): TemplateResult {
    const { localizer } = shown.from;
    return html`<div class="toast" part="toast">
      ${shown.outcome ? this.#over(shown, shown.outcome, localizer) : this.#running(shown, localizer)}
    </div>`;
  }

  #running({ progress, stop }: Shown, localizer: Localizer): TemplateResult {
    const { done = 0, failed = 0, total = 0, bytes = 0 } = progress ?? {};
    const size = bytesText(localizer, bytes);
    // Not read out at each step: the bar tells who asks.
    return html`<span class="toast-text download-text" aria-live="off"
        ><span class="download-figures"
          >${
            total > 0
              ? localizer.t('download.progress', { done: done + failed, total, size })
              : localizer.t('download.finding')
          }</span
        >${progressBar(total > 1 ? (done + failed) / total : undefined, localizer.t('download.label'))}</span
      >
      <button type="button" class="btn quiet small toast-action" @click=${() => stop.abort()}>
        ${localizer.t('download.cancel')}
      </button>`;
  }

  #over(shown: Shown, outcome: DownloadOutcome, localizer: Localizer): TemplateResult {
    const { failed, error } = outcome;
    const again = (): void => {
      this.#leave(shown);
      // Nothing of it was saved where there is an error, whatever had been read by then.
      const target = error ? shown.target : failed.map(({ id }) => id);
      void this.start(shown.from, target, shown.opener);
    };
    return html`<span class="toast-text">${overText(outcome, localizer)}</span>
      ${
        (error ? error.code !== 'aborted' : failed.length > 0)
          ? html`<button type="button" class="btn quiet small toast-action" @click=${again}>
              ${localizer.t(error ? 'action.retry' : 'download.retry')}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="btn icon small"
        aria-label=${localizer.t('action.dismiss')}
        @click=${() => this.#leave(shown)}
      >
        ${icon(close)}
      </button>`;
  }
}

const downloadStyles = css`
  .downloads > .toasts {
    flex-direction: column;
    align-items: center;
    gap: 8px;
  }

  /* Above what can be done with what is selected. */
  .root:has(> .batch) > .downloads > .toasts {
    inset-block-end: 84px;
  }

  .download-text {
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-inline-size: 200px;
  }

  .download-figures {
    font-variant-numeric: tabular-nums;
  }

  .downloads .progress {
    position: relative;
    inset: auto;
    inline-size: 100%;
  }
`;

const messages = new WeakMap<LitElement, DownloadMessages>();

/** Downloads, and tells of it: in the app around the element, else in the element. */
export function downloadAndTell(from: DownloadSource, target: Target): Promise<DownloadOutcome | undefined> {
  const { source } = from;
  const app = closestComposed(source, ({ localName }) => localName === 'imaginations-app') as LitElement | undefined;
  const host = app ?? source;
  const teller = messages.get(host) ?? new DownloadMessages(host);
  messages.set(host, teller);
  return teller.start(from, target, source.shadowRoot?.activeElement ?? null);
}
