import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { LatePart } from '../../controllers/late-part.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { raisedToastStyles, raiseToasts } from '../../ui/raised-toasts.js';
import { isSaidElsewhere } from './said-elsewhere.js';
import type { HeardEvent, Messages, MessagesContext } from './messages.js';

/** What is said of. */
const HEARD = [
  'iterations-archived',
  'iterations-unarchived',
  'iterations-annotated',
  'iterations-reassigned',
  'sessions-archived',
  'sessions-unarchived',
  'imaginations-failed',
  'imaginations-undone',
] as const;

/** Above the bar of what is selected. */
const styles = css`
  .messages {
    display: contents;
  }

  .batch ~ .messages > .toasts {
    inset-block-end: 80px;
  }
`;

/** Marks what somebody says: of elements in one another the innermost does, also where they are of two copies of this. */
const SAID = Symbol.for('imaginations.said');

/**
 * The short messages of an element that stands in no app, with the way back. Their code comes with the first of them. A host that
 * says such things itself puts the attribute `no-messages` on the element, or on something around it.
 */
export class OwnMessages {
  readonly #host: LitElement;
  readonly #context: () => MessagesContext;
  readonly #part: LatePart<Messages>;

  constructor(host: LitElement, context: () => MessagesContext) {
    this.#host = host;
    this.#context = context;
    this.#part = new LatePart(host, async () => {
      const { Messages: Part } = await import('./messages.js');
      adoptStyles(host, styles, raisedToastStyles);
      return new Part(host, context);
    });
    for (const type of HEARD) host.addEventListener(type, this.#hear);
  }

  render(): TemplateResult | typeof nothing {
    const { now } = this.#part;
    return now ? html`<div class="messages" dir=${this.#context().localizer.dir}>${now.render()}</div>` : nothing;
  }

  /** Where the page scrolls along the element, its end may be far away. */
  #place(): void {
    const toasts = this.#host.renderRoot.querySelector<HTMLElement>('.messages > .toasts');
    if (toasts) raiseToasts(toasts, this.#host.getBoundingClientRect().bottom > innerHeight);
  }

  readonly #hear = (event: HeardEvent): void => {
    if (SAID in event || isSaidElsewhere(this.#host)) return;
    Object.defineProperty(event, SAID, { value: true });
    // The region stands before there is something in it, or it is not read out.
    void this.#part.drawn().then((messages) => {
      this.#place();
      messages?.hear(event);
    });
  };
}
