import type { Localizer, MessageKey } from '../../i18n/index.js';
import { copyText } from '../../internal/copy-text.js';
import { promptOf, type Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { failureText } from '../../ui/failure-text.js';
import type { Toast } from '../../ui/toast.js';
import { canSave } from '../download/file-address.js';
import { downloadNamesFor, hostActionsFor, type OfferedAction } from '../host/host-actions.js';
import { downloadIterations } from '../intents/download-intents.js';
import * as intents from '../intents/iteration-intents.js';
import type { ShortcutId } from '../shortcuts/registry.js';
import { shortcutKeysOf } from '../shortcuts/shortcut-keys.js';
import { actionsFor, type BuiltInId, type LightboxAction, type LightboxActionId } from './actions.js';
import { compareWithNext } from './compare/compare-next.js';
import { linkOf } from './media-file.js';
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

  get localizer(): Localizer {
    return this.#host.localizer();
  }

  say(toast: Toast): void {
    this.#host.say(toast);
  }

  /** What can be done, most used first. */
  offered(view: LightboxView, store: ImaginationsStore): readonly LightboxAction[] {
    const { row } = view;
    const built = actionsFor(view, this.#host.localizer(), shortcutKeysOf(this.#host.element, 'viewer'), {
      canDownload: row !== undefined && canSave(row, store.media, this.#base),
      hasLink: row !== undefined && this.#linkOf(row, store) !== undefined,
    });
    return [...built, ...this.#hostActions(row, store)];
  }

  run(id: LightboxActionId, view: LightboxView, store: ImaginationsStore): void {
    const { element } = this.#host;
    const { row } = view;
    if (!row) return;
    const prompt = promptOf(row, view.session);
    const run: Readonly<Record<BuiltInId, () => unknown>> = {
      regenerate: () => intents.regenerateIteration(element, store, row),
      retry: () => intents.retryIteration(element, store, row),
      remix: () => intents.remixIteration(element, store, row),
      compare: () => compareWithNext(element, store, view),
      archive: () => intents.archiveIterations(element, store, [row.id]),
      unarchive: () => intents.unarchiveIterations(element, store, [row.id]),
      download: () => this.#download(row, store),
      copyPrompt: () => this.copy(prompt, 'toast.copiedPrompt'),
      copyUrl: () => this.copy(this.#linkOf(row, store) ?? '', 'toast.copiedUrl'),
    };
    if (id in run) void run[id as BuiltInId]();
    else
      this.#hostActions(row, store)
        .find((action) => action.id === id)
        ?.run();
  }

  /** Does what a key stands for; `false` where it stands for nothing that can be done. */
  runByKey(shortcut: ShortcutId, view: LightboxView, store: ImaginationsStore): boolean {
    const action = this.offered(view, store).find((one) => one.shortcut === shortcut);
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

  #hostActions(row: Iteration | undefined, store: ImaginationsStore): readonly OfferedAction[] {
    if (!row) return [];
    const { element: source, localizer } = this.#host;
    return hostActionsFor({ source, store, localizer: localizer() }, [row], [{ ids: [row.id] }]);
  }

  get #base(): string {
    return this.#host.element.baseURI;
  }

  #linkOf(row: Iteration, store: ImaginationsStore): string | undefined {
    return linkOf(row, this.#host.element.linkFor, store.media, this.#base);
  }

  async #download(row: Iteration, store: ImaginationsStore): Promise<void> {
    const { element, localizer, signal, say } = this.#host;
    const outcome = await downloadIterations(element, store, [row.id], {
      names: downloadNamesFor(element),
      signal: signal(),
    });
    const failure = outcome?.error ?? outcome?.failed[0]?.error;
    if (outcome) say({ text: failure ? failureText(localizer(), failure) : localizer().t('toast.downloadStarted') });
  }
}
