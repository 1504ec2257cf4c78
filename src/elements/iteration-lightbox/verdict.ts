import type { LitElement } from 'lit';
import type { Annotation } from '../../data/index.js';
import type { Localizer } from '../../i18n/index.js';
import type { Id } from '../../model/index.js';
import type { BatchOutcome, ImaginationsStore } from '../../store/index.js';
import { comparedIn } from '../intents/compared.js';
import { annotateIterations } from '../intents/edit-intents.js';
import { verdictOf } from '../judging/judge.js';
import { CommonShortcuts } from '../shortcuts/common-shortcuts.js';
import type { ShortcutId, ShortcutNeed } from '../shortcuts/registry.js';
import type { LightboxView } from './sequence.js';

/** What judging needs of its element. */
export interface VerdictHost extends LitElement {
  readonly autoAdvance: boolean;
}

/** On its way from what was decided on to the next. */
export interface GoingOn {
  readonly from: Id;
  /** What was pressed meanwhile: it is meant for the next. */
  readonly held: ShortcutId[];
  /** Settled when it is said what came of the decision. */
  readonly said: Promise<unknown>;
}

/** What decides: a star is no decision. */
const DECIDES: ReadonlySet<ShortcutId> = new Set(['pick', 'reject', 'rate1', 'rate2', 'rate3', 'rate4', 'rate5']);

/** What one thinks of what is shown: by keys and by the fields of the panel. */
export class Verdict {
  readonly common: CommonShortcuts;
  readonly #host: VerdictHost;
  readonly #view: () => LightboxView | undefined;
  readonly #advance: (store: ImaginationsStore, going: GoingOn) => Promise<Id | undefined>;
  #going: GoingOn | undefined;
  /** What was left for the next. */
  readonly #left = new WeakMap<ImaginationsStore, Set<Id>>();

  /** @param advance goes on to the next that nobody has decided on, and answers which one shows. */
  constructor(
    host: VerdictHost,
    localizer: () => Localizer,
    view: () => LightboxView | undefined,
    advance: (store: ImaginationsStore, going: GoingOn) => Promise<Id | undefined>,
  ) {
    this.#host = host;
    this.#view = view;
    this.#advance = advance;
    this.common = new CommonShortcuts(host, 'viewer', { localizer, has: (need) => this.#has(need) });
  }

  /** Whether somebody may judge what is shown. */
  get isPossible(): boolean {
    const { row, capabilities } = this.#view() ?? {};
    return Boolean(row && capabilities?.annotate && row.can?.annotate !== false);
  }

  /** Does what a key asks for, where that is for this; answers whether it was. */
  take(id: ShortcutId, store: ImaginationsStore, isRepeated: boolean): boolean {
    if (this.common.take(id, store)) return true;
    const { row } = this.#view() ?? {};
    const patch = this.isPossible && row ? verdictOf(id, [row]) : undefined;
    if (!row || !patch) return false;
    if (isRepeated) return true;
    if (this.#going?.from === row.id) this.#going.held.push(id);
    else this.#judge(store, row.id, patch, DECIDES.has(id) && this.#host.autoAdvance);
    return true;
  }

  /** Says something of an iteration, shown or not. */
  sayOf(store: ImaginationsStore, id: Id, patch: Annotation): Promise<BatchOutcome | undefined> {
    return annotateIterations(this.#host, store, [id], patch);
  }

  /** Says something of what is shown. */
  say(store: ImaginationsStore, patch: Annotation): Promise<BatchOutcome | undefined> {
    const { row } = this.#view() ?? {};
    return row ? this.sayOf(store, row.id, patch) : Promise.resolve(undefined);
  }

  /** What was taken back shows again, where it had been left for the next. */
  showAgain(store: ImaginationsStore | undefined, [id, ...others]: readonly Id[], wasAway = false): void {
    if (!store || id === undefined || others.length > 0 || !(wasAway || this.#host.autoAdvance)) return;
    // Of what is compared, nothing else is shown for that.
    const wasLeft = (wasAway || this.#left.get(store)?.has(id)) && comparedIn(store).ids.length === 0;
    if (wasLeft || this.#view()?.list?.ids.includes(id)) store.navigate({ iterationId: id });
  }

  #judge(store: ImaginationsStore, id: Id, patch: Annotation, advances: boolean): void {
    let isRefused = false;
    const watch = (event: Event): void => queueMicrotask(() => (isRefused = event.defaultPrevented));
    this.#host.addEventListener('iterations-annotate', watch, { once: true });
    const said = annotateIterations(this.#host, store, [id], patch);
    this.#host.removeEventListener('iterations-annotate', watch);
    if (!advances) return;
    const going = (this.#going = { from: id, held: [], said });
    // Until everybody has heard of it, and could object.
    queueMicrotask(() => void this.#goOn(store, isRefused, going));
  }

  async #goOn(store: ImaginationsStore, isRefused: boolean, going: GoingOn): Promise<void> {
    if (!isRefused) this.#left.set(store, (this.#left.get(store) ?? new Set()).add(going.from));
    const to = isRefused ? undefined : await this.#advance(store, going);
    if (this.#going === going) this.#going = undefined;
    if (to === undefined || this.#view()?.id !== to) return;
    for (const key of going.held) this.take(key, store, false);
  }

  #has(need: ShortcutNeed): boolean {
    const { row, capabilities } = this.#view() ?? {};
    const { annotate, archive, generate, reassign } = capabilities ?? {};
    const film = row?.kind === 'video' && row.media;
    const offered: Partial<Record<ShortcutNeed, unknown>> = {
      annotate,
      archive,
      generate,
      change: annotate || archive || reassign,
      play: film || (row?.kind === 'audio' && row.media),
      film,
      captions: film && film.captions?.length,
    };
    return Boolean(offered[need]);
  }
}
