import { toFailure } from '../../data/index.js';
import type { Localizer, MessageKey } from '../../i18n/index.js';
import { copyText } from '../../internal/copy-text.js';
import { promptOf, type Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { failureText } from '../../ui/failure-text.js';
import type { Toast } from '../../ui/toast.js';
import * as intents from '../intents/iteration-intents.js';
import { actionsFor, type LightboxAction, type LightboxActionId } from './actions.js';
import { canSave, linkOf, saveMedia } from './media-file.js';
import type { LightboxView } from './sequence.js';

/** What the actions need of their element. */
export interface ActionHost {
  readonly element: HTMLElement & { readonly linkFor?: ((iteration: Iteration) => string) | undefined };
  readonly localizer: () => Localizer;
  /** Aborted when the element goes. */
  readonly signal: () => AbortSignal;
  readonly say: (toast: Toast) => void;
}

/** What can be done to an iteration, and doing it. */
export class ActionRunner {
  readonly #host: ActionHost;

  constructor(host: ActionHost) {
    this.#host = host;
  }

  /** What can be done, most used first. */
  offered(view: LightboxView, store: ImaginationsStore): readonly LightboxAction[] {
    const { row } = view;
    return actionsFor(view, this.#host.localizer(), {
      canDownload: row !== undefined && canSave(row, store.media, this.#base),
      hasLink: row !== undefined && this.#linkOf(row, store) !== undefined,
    });
  }

  run(id: LightboxActionId, view: LightboxView, store: ImaginationsStore): void {
    const { element } = this.#host;
    const { row } = view;
    if (!row) return;
    const prompt = promptOf(row, view.session);
    const run: Readonly<Record<LightboxActionId, () => unknown>> = {
      regenerate: () => intents.regenerateIteration(element, store, row),
      retry: () => intents.retryIteration(element, store, row),
      remix: () => intents.remixIteration(element, store, row),
      archive: () => intents.archiveIterations(element, store, [row.id]),
      unarchive: () => intents.unarchiveIterations(element, store, [row.id]),
      download: () => this.#download(row, prompt, store),
      copyPrompt: () => this.copy(prompt, 'toast.copiedPrompt'),
      copyUrl: () => this.copy(this.#linkOf(row, store) ?? '', 'toast.copiedUrl'),
    };
    void run[id]();
  }

  /** Does what a key stands for; `false` where it stands for nothing that can be done. */
  runByKey(key: string, view: LightboxView, store: ImaginationsStore): boolean {
    const action = this.offered(view, store).find((one) => one.key === key);
    if (action) this.run(action.id, view, store);
    return action !== undefined;
  }

  /** Stops the attempt that makes what is shown. */
  cancel({ row }: LightboxView, store: ImaginationsStore): void {
    if (row) void intents.cancelIteration(this.#host.element, store, row);
  }

  async copy(text: string, said: MessageKey): Promise<void> {
    const { localizer, say } = this.#host;
    const isCopied = await copyText(text);
    say({ text: localizer().t(isCopied ? said : 'toast.copyFailed') });
  }

  get #base(): string {
    return this.#host.element.baseURI;
  }

  #linkOf(row: Iteration, store: ImaginationsStore): string | undefined {
    return linkOf(row, this.#host.element.linkFor, store.media, this.#base);
  }

  async #download(row: Iteration, prompt: string, store: ImaginationsStore): Promise<void> {
    const { localizer, signal, say } = this.#host;
    try {
      await saveMedia(row, prompt, store.media, this.#base, signal());
      say({ text: localizer().t('toast.downloadStarted') });
    } catch (thrown) {
      say({ text: failureText(localizer(), toFailure(thrown)) });
    }
  }
}
