import type { Localizer, MessageKey } from '../../i18n/index.js';
import { copyText } from '../../internal/copy-text.js';
import { promptOf, type Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { failureText } from '../../ui/failure-text.js';
import type { Toast } from '../../ui/toast.js';
import { canSave } from '../download/file-address.js';
import { downloadNamesFor, hostActionsFor, type OfferedAction } from '../host/host-actions.js';
import { announceIntent, lastingTarget } from '../intents/intent-event.js';
import * as sharing from '../intents/share-events.js';
import { downloadIterations } from '../intents/download-intents.js';
import * as intents from '../intents/iteration-intents.js';
import { remixIteration } from '../intents/remix-intents.js';
import { remixesFor } from '../remix/offered-remixes.js';
import type { ShortcutId } from '../shortcuts/registry.js';
import { shortcutKeysOf } from '../shortcuts/shortcut-keys.js';
import { nameOf } from './iteration-text.js';
import { actionsFor, type BuiltInId, type LightboxAction, type LightboxActionId } from './actions.js';
import { handingOn } from './handing-on.js';
import { compareWithNext } from './compare/compare-next.js';
import { linkOf } from './media-file.js';
import type { LightboxView } from './sequence.js';

/** What opens the menu of ways to build on what is shown; among several, the menu of the one that is acted on. */
const REMIX_BUTTON = '[data-action=remix], .pane.active .pane-menu';

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
    const canDownload = row !== undefined && canSave(row, store.media, this.#base);
    const link = row && this.#linkOf(row, store);
    const built = actionsFor(view, this.#host.localizer(), shortcutKeysOf(this.#host.element, 'viewer'), {
      canDownload,
      hasLink: link !== undefined,
      handingOn: row && handingOn(row, canDownload, link),
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
      remix: () => this.#remix(store, row),
      compare: () => compareWithNext(element, store, view),
      archive: () => intents.archiveIterations(element, store, [row.id]),
      unarchive: () => intents.unarchiveIterations(element, store, [row.id]),
      download: () => this.#download(row, store),
      copyPrompt: () => this.#copyPart(row, 'prompt', () => this.copy(prompt, 'toast.copiedPrompt')),
      copyMedia: () => this.#copyPart(row, 'media', () => this.#copyMedia(row, store)),
      copyUrl: () => this.#copyPart(row, 'url', () => this.copy(this.#linkOf(row, store) ?? '', 'toast.copiedUrl')),
      share: () => this.#share(row, store, view),
    };
    if (id in run) void run[id as BuiltInId]();
    else if (id.startsWith('verb:')) this.#remix(store, row, id);
    else
      this.#hostActions(row, store)
        .find((action) => action.id === id)
        ?.run();
  }

  /** Does what a key stands for, once however long that is held; `false` where it stands for nothing that can be done. */
  runByKey(shortcut: ShortcutId, view: LightboxView, store: ImaginationsStore, isRepeated: boolean): boolean {
    const action = this.offered(view, store).find((one) => one.shortcut === shortcut);
    if (action && !isRepeated) this.run(action.id, view, store);
    return action !== undefined;
  }

  /** @param id the way that was chosen; without it the only one, else the menu of them opens. */
  #remix(store: ImaginationsStore, row: Iteration, id?: LightboxActionId): void {
    const { element, localizer } = this.#host;
    const remixes = remixesFor(store.capabilities, localizer(), row);
    const chosen = id === undefined && remixes.length === 1 ? remixes[0] : remixes.find((one) => one.id === id);
    if (chosen) remixIteration(element, store, row, chosen.verb);
    else if (id === undefined) element.shadowRoot?.querySelector<HTMLElement>(REMIX_BUTTON)?.click();
  }

  /** Stops the attempt that makes what is shown. */
  cancel({ row }: LightboxView, store: ImaginationsStore): void {
    if (row) void intents.cancelIteration(this.#host.element, store, row);
  }

  /** Answers whether it is in the clipboard now. */
  async copy(text: string, said: MessageKey): Promise<boolean> {
    const isCopied = await copyText(text);
    this.#say(isCopied ? said : 'toast.copyFailed');
    return isCopied;
  }

  #say(key: MessageKey): void {
    this.#host.say({ text: this.#host.localizer().t(key) });
  }

  async #copyPart(row: Iteration, part: sharing.CopiedPart, copy: () => Promise<boolean>): Promise<void> {
    const { element } = this.#host;
    if (!announceIntent(element, new sharing.IterationCopyEvent(row, part))) return;
    const place = lastingTarget(element);
    if (await copy()) place().dispatchEvent(new sharing.IterationCopiedEvent(row, part));
  }

  async #copyMedia(row: Iteration, store: ImaginationsStore): Promise<boolean> {
    const options = { store, row, base: this.#base, signal: this.#host.signal() };
    const code = import('./hand-on.js');
    const png = code.then(({ readPicture }) => readPicture(options));
    // Heard here too: the clipboard may refuse before it looks at it.
    const why = png.then(
      () => 'toast.copyFailed' as const,
      () =>
        code.then(
          ({ NOT_READ }) => NOT_READ,
          () => 'error.network' as const,
        ),
    );
    try {
      // A promise, and at once: what comes after a wait is no answer to the press any more.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    } catch {
      this.#say(await why);
      return false;
    }
    this.#say('toast.copiedMedia');
    return true;
  }

  async #share(row: Iteration, store: ImaginationsStore, { session }: LightboxView): Promise<void> {
    const { element, localizer, signal } = this.#host;
    const link = this.#linkOf(row, store);
    const part = handingOn(row, canSave(row, store.media, this.#base), link).shares;
    if (!part || !announceIntent(element, new sharing.IterationShareEvent(row, part))) return;
    const options = { store, row, base: this.#base, signal: signal() };
    const place = lastingTarget(element);
    const told = (): unknown => place().dispatchEvent(new sharing.IterationSharedEvent(row, part));
    const title = nameOf(localizer(), row, session);
    try {
      const { shareIteration } = await import('./hand-on.js');
      await shareIteration(options, { part, link, title, localizer, say: this.#host.say, told });
    } catch {
      // The code cannot be had.
      this.#say('error.network');
    }
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
