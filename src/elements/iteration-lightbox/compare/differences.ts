import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { LatePart } from '../../../controllers/late-part.js';
import type { Localizer } from '../../../i18n/index.js';
import { clipText } from '../../../internal/clip-text.js';
import { promptOf } from '../../../model/index.js';
import type { DrawnPane } from './compare-layout.js';
import { differingFields, type DifferingField } from './differing-fields.js';
import type { TextPart, wordDiff } from './word-diff.js';

/** Less room than this, in px, and differences show when somebody asks. */
const ROOMY = { width: 900, height: 700 };

/** Whether differences show without being asked for. */
export const isRoomy = (dialog: Element | null | undefined): boolean =>
  Boolean(dialog && dialog.clientWidth >= ROOMY.width && dialog.clientHeight >= ROOMY.height);

/** Longest text that is compared, and longest value that a cell shows, in characters. */
const MOST_TEXT = 20_000;
const VALUE_LENGTH = 300;
/** Time for all prompts together, in ms: nobody should wait for some of a megabyte. */
const MOST_MS = 150;

interface KnownDiff {
  readonly from: string;
  readonly to: string;
  readonly parts: readonly TextPart[];
}

/** How those that are compared differ: their prompts word by word, and a table of the rest. */
export class Differences {
  readonly #words: LatePart<typeof wordDiff>;
  readonly #known = new Map<string, KnownDiff>();

  constructor(host: LitElement) {
    this.#words = new LatePart(host, async () => (await import('./word-diff.js')).wordDiff);
  }

  /** Nothing is compared any more. */
  forget(): void {
    this.#known.clear();
  }

  render(panes: readonly DrawnPane[], localizer: Localizer): unknown {
    const known = panes.filter(({ view }) => view.row);
    const [base, ...others] = known;
    if (!base || others.length === 0) return html`<p class="differences-none">${localizer.t('lightbox.loading')}</p>`;
    const text = promptOf(base.view.row, base.view.session);
    const differing = others.some(({ view }) => promptOf(view.row, view.session) !== text);
    if (differing) void this.#words.need();
    // Whatever else is drawn anew, an edge that moves or a playhead, they are as they were.
    const made = known.flatMap(({ pane, view: { row, session, generation } }) => [
      pane.letter,
      row,
      session,
      generation,
    ]);
    const { now } = this.#words;
    return guard([...made, localizer, localizer.t('compare.prompt'), now], () => {
      const fields = differingFields(
        known.map(({ view }) => view),
        localizer,
      );
      if (!differing && fields.length === 0)
        return html`<p class="differences-none">${localizer.t('compare.same')}</p>`;
      return html`${differing ? this.#prompts(base, others, text, localizer) : nothing}${
        fields.length > 0 ? table(known, fields, localizer) : nothing
      }`;
    });
  }

  #prompts(base: DrawnPane, others: readonly DrawnPane[], text: string, localizer: Localizer): TemplateResult {
    const until = performance.now() + MOST_MS;
    const texts = others.map((other) => {
      const [letter, first] = [other.pane.letter, base.pane.letter];
      const to = promptOf(other.view.row, other.view.session);
      return html`<div class="prompt-diff">
        <h4>${localizer.t(to === text ? 'compare.samePrompt' : 'compare.against', { letter, base: first })}</h4>
        ${to === text ? nothing : html`<p class="prose" dir="auto">${this.#diff(letter, text, to, until, localizer)}</p>`}
        ${
          to !== text && Math.max(to.length, text.length) > MOST_TEXT
            ? html`<p class="prompt-cut">${localizer.t('compare.cut', { count: MOST_TEXT })}</p>`
            : nothing
        }
      </div>`;
    });
    return html`<div class="prompts">
      <h3>${localizer.t('compare.prompt')}</h3>
      ${texts}
    </div>`;
  }

  #diff(letter: string, from: string, to: string, until: number, localizer: Localizer): unknown {
    const { now } = this.#words;
    // Until it has come, and where it cannot be had.
    if (!now) return clipText(to, MOST_TEXT);
    const before = this.#known.get(letter);
    const isKnown = before?.from === from && before.to === to;
    const left = until - performance.now();
    const diff = isKnown ? before : { from, to, parts: now(from.slice(0, MOST_TEXT), to.slice(0, MOST_TEXT), left) };
    this.#known.set(letter, diff);
    return diff.parts.map(({ text, is }) =>
      is === 'same'
        ? text
        : is === 'added'
          ? html`<ins><span class="visually-hidden">${localizer.t('compare.added')}: </span>${text}</ins>`
          : html`<del><span class="visually-hidden">${localizer.t('compare.removed')}: </span>${text}</del>`,
    );
  }
}

function fieldRow({ label, values }: DifferingField): TemplateResult {
  const cells = values.map((value) => html`<td><bdi>${value === '' ? '–' : clipText(value, VALUE_LENGTH)}</bdi></td>`);
  return html`<tr>
    <th scope="row"><bdi>${clipText(label, VALUE_LENGTH)}</bdi></th>
    ${cells}
  </tr>`;
}

function table(panes: readonly DrawnPane[], fields: readonly DifferingField[], localizer: Localizer): TemplateResult {
  const letters = panes.map(({ pane }) => html`<th scope="col">${pane.letter}</th>`);
  const rows = fields.map(fieldRow);
  return html`<table>
    <caption class="visually-hidden">
      ${localizer.t('compare.differences')}
    </caption>
    <thead>
      <tr>
        <th scope="col"><span class="visually-hidden">${localizer.t('compare.what')}</span></th>
        ${letters}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
