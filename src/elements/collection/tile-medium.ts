import { isVisible, type Id, type Iteration, type MediaSource } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { MediaLease } from '../../ui/media-lease.js';
import type { MediaTrouble } from '../../ui/media-trouble.js';

/** How long a fresh address may take, in ms, before it is said that the former one failed. */
const PATIENCE_MS = 2000;

/** Whose medium is wanted, and who wants it. */
export interface MediumWanted {
  readonly store: ImaginationsStore;
  readonly id: Id;
  /** Address of the document. */
  readonly base: string;
  /** Which of its addresses. */
  readonly addressOf: (media: MediaSource) => string;
  /** It can be loaded from here. */
  readonly onUrl: (url: string) => void;
  readonly onTrouble: (trouble: MediaTrouble) => void;
  /** It has been put away, or an iteration was opened. */
  readonly onChange: (change: 'gone' | 'opened') => void;
  /** Whether a row that the store does not know is only not in its memory. Default false. */
  readonly isListed?: (() => boolean) | undefined;
}

/**
 * The medium of an iteration for as long as it plays on its tile: its address is opened and closed, one that fails is
 * replaced once by a fresh one, and it is told when the iteration is put away.
 */
export class TileMedium {
  readonly #lease = new MediaLease();
  #wanted: MediumWanted | undefined;
  #url: string | undefined;
  #openId: Id | null = null;
  #wasAway = false;
  #hasFailed = false;
  #askedForFresh = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void) | undefined;

  open(wanted: MediumWanted): void {
    this.close();
    this.#wanted = wanted;
    this.#openId = wanted.store.navigation.value.iterationId;
    this.#wasAway = isAway(wanted.store, wanted.store.iteration(wanted.id));
    this.#unsubscribe = wanted.store.subscribe(() => this.check());
    this.#askedForFresh = false;
    this.#open(this.#address);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#unsubscribe?.();
    this.#wanted = this.#unsubscribe = undefined;
    this.#lease.close();
  }

  /** What was opened did not load, or does not play. */
  fail(trouble: MediaTrouble): void {
    const wanted = this.#wanted;
    if (!wanted || this.#hasFailed) return;
    this.#hasFailed = true;
    this.#lease.close();
    if (this.#askedForFresh || !wanted.store.adapter.refreshMedia) {
      wanted.onTrouble(trouble);
      return;
    }
    this.#askedForFresh = true;
    wanted.store.healMedia(wanted.id);
    this.#timer = setTimeout(() => wanted.onTrouble(trouble), PATIENCE_MS);
  }

  /** Looks at what has become of the iteration. */
  check(): void {
    const wanted = this.#wanted;
    if (!wanted) return;
    const { store, id, onChange, isListed } = wanted;
    const openId = store.navigation.value.iterationId;
    const hasOpened = openId !== null && openId !== this.#openId;
    this.#openId = openId;
    const row = store.iteration(id);
    if (row ? isAway(store, row) !== this.#wasAway : !isListed?.()) onChange('gone');
    else if (hasOpened) onChange('opened');
    const address = this.#address;
    if (this.#hasFailed && address !== undefined && address !== this.#url) this.#open(address);
  }

  get #address(): string | undefined {
    const wanted = this.#wanted;
    const media = wanted?.store.iteration(wanted.id)?.media;
    return media && wanted.addressOf(media);
  }

  #open(address: string | undefined): void {
    const wanted = this.#wanted;
    if (!wanted) return;
    clearTimeout(this.#timer);
    this.#url = address;
    this.#hasFailed = false;
    this.#lease.open(wanted.store.media, address ?? '', wanted.base, (url) => {
      if (url === undefined) this.fail('unavailable');
      else wanted.onUrl(url);
    });
  }
}

const isAway = (store: ImaginationsStore, row: Iteration | undefined): boolean =>
  row !== undefined && !isVisible(row, store.session(row.sessionId));
