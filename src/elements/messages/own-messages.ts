import { css, nothing, type LitElement, type TemplateResult } from 'lit';
import { LatePart } from '../../controllers/late-part.js';
import { closestComposed } from '../../internal/composed-tree.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
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
  .batch ~ .toasts {
    inset-block-end: 80px;
  }
`;

/** What somebody says: of elements in one another, the innermost. */
const said = new WeakSet<Event>();

/** An app says for all that is in it what came of things; by what it has, for one of another copy has a class of its own. */
const isInApp = (host: Element): boolean =>
  closestComposed(host, (one) => 'activeStore' in one && Boolean(one.shadowRoot?.querySelector('.dock'))) !== undefined;

/** The short messages of an element that stands in no app, with the way back. Their code comes with the first of them. */
export class OwnMessages {
  readonly #host: LitElement;
  readonly #part: LatePart<Messages>;

  constructor(host: LitElement, context: () => MessagesContext) {
    this.#host = host;
    this.#part = new LatePart(host, async () => {
      const { Messages: Part } = await import('./messages.js');
      adoptStyles(host, styles);
      return new Part(host, context);
    });
    for (const type of HEARD) host.addEventListener(type, this.#hear);
  }

  render(): TemplateResult | typeof nothing {
    return this.#part.now?.render() ?? nothing;
  }

  readonly #hear = (event: HeardEvent): void => {
    if (said.has(event) || isInApp(this.#host)) return;
    said.add(event);
    // The region stands before there is something in it, or it is not read out.
    void this.#part.drawn().then((messages) => messages?.hear(event));
  };
}
