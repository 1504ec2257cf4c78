import { releaseMedia } from '../../../internal/release-media.js';
import { takeTurn } from '../../../internal/take-turn.js';
import type { Id } from '../../../model/index.js';
import { FrameClock } from '../player/frame-clock.js';
import { keepSettings, soundSettings } from '../player/sound-settings.js';

/** What is further apart than this, in s, is not together. */
const APART = 0.12;
/** Nearer to its end than this, in s, a medium counts as ended. */
const AT_END = 0.05;
/** All shorter than this, in ms, begin again by themselves. */
const LOOP_BELOW_MS = 10_000;
/** One that lags is brought back at most as often as this, in ms: each time takes it time. */
const PATIENCE_MS = 700;

const CHANGES = ['loadedmetadata', 'durationchange', 'seeked', 'volumechange'] as const;

/** In s; 0 while nobody knows. */
const lengthOf = ({ duration }: HTMLMediaElement): number => (Number.isFinite(duration) && duration > 0 ? duration : 0);

/** Whether anything of it comes after a time in s. */
const hasRoomAt = (media: HTMLMediaElement, at: number): boolean => lengthOf(media) === 0 || at < lengthOf(media);

/** One that is shorter waits at its end. */
function goTo(media: HTMLMediaElement, to: number): void {
  media.currentTime = lengthOf(media) > 0 ? Math.min(to, lengthOf(media)) : to;
}

/** Films and sounds that play together from one playhead, and of which one is heard. */
export class Playheads {
  readonly #changed: () => void;
  readonly #media = new Map<Id, HTMLMediaElement>();
  readonly #observers = new Set<() => void>();
  readonly #corrected = new WeakMap<HTMLMediaElement, number>();
  readonly #refs = new Map<Id, (element: Element | undefined) => void>();
  readonly clock: FrameClock;
  #heard: Id | undefined;
  #isPlaying = false;
  /** Where the last of them was, in s, when it broke off, and whether it played: until one has loaded again. */
  #broken: { readonly at: number; readonly isPlaying: boolean } | undefined;
  #loops: boolean | undefined;
  #frame = 0;

  /** @param changed called when something has to be drawn anew. */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.clock = new FrameClock(changed);
  }

  get isEmpty(): boolean {
    return this.#media.size === 0;
  }

  get playing(): boolean {
    return this.#isPlaying;
  }

  get muted(): boolean {
    return soundSettings().muted;
  }

  get rate(): number {
    return soundSettings().rate;
  }

  get heard(): Id | undefined {
    return this.#heard;
  }

  /** Whether they begin again: short ones do, unless somebody says otherwise. */
  get loops(): boolean {
    return this.#loops ?? (this.durationMs > 0 && this.durationMs < LOOP_BELOW_MS);
  }

  /** Of the longest; 0 while that is not known. */
  get durationMs(): number {
    return Math.max(0, ...[...this.#media.values()].map(lengthOf)) * 1000;
  }

  get currentMs(): number {
    return (this.#leader?.currentTime ?? 0) * 1000;
  }

  /** For Lit's `ref` of the element of an iteration; always the same. */
  refOf(id: Id): (element: Element | undefined) => void {
    const known = this.#refs.get(id);
    if (known) return known;
    const attach = (element: Element | undefined): void => this.#attach(id, element);
    this.#refs.set(id, attach);
    return attach;
  }

  /** Lets go of what belongs to others than these. */
  keep(ids: readonly Id[]): void {
    for (const id of this.#refs.keys()) if (!ids.includes(id)) this.#refs.delete(id);
    this.#broken = undefined;
  }

  /** As `PlayerController.observe`. */
  observe(observer: () => void): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** Lets one be heard, and no other. */
  hear(id: Id | undefined): void {
    this.#heard = id;
    for (const [one, media] of this.#media) this.#voice(one, media);
  }

  play(): void {
    const leader = this.#leader;
    if (!leader) return;
    this.#isPlaying = true;
    takeTurn(leader, 'heard');
    const at = hasRoomAt(leader, leader.currentTime + AT_END) ? leader.currentTime : 0;
    for (const media of this.#media.values()) {
      if (Math.abs(media.currentTime - at) > APART) goTo(media, at);
      // Refused where the browser wants a gesture first.
      if (hasRoomAt(media, at)) media.play().catch(() => media === leader && this.pause());
    }
    this.#tick();
    this.#changed();
  }

  pause(): void {
    if (!this.#isPlaying) return;
    this.#isPlaying = false;
    for (const media of this.#media.values()) media.pause();
    // To the same place, for they are compared.
    this.seek(this.currentMs);
  }

  toggle(): void {
    if (this.#isPlaying) this.pause();
    else this.play();
  }

  seek(ms: number): void {
    const to = Math.max(0, Math.min(ms, this.durationMs || ms)) / 1000;
    for (const media of this.#media.values()) {
      goTo(media, to);
      if (this.#isPlaying && media.paused && hasRoomAt(media, to)) media.play().catch(() => undefined);
    }
    this.#notify();
    this.#changed();
  }

  step(by: 1 | -1): void {
    const to = this.clock.stepFrom(this.currentMs, by);
    this.pause();
    this.seek(to);
  }

  setRate(rate: number | undefined): void {
    if (rate === undefined) return;
    keepSettings({ rate });
    for (const media of this.#media.values()) media.defaultPlaybackRate = media.playbackRate = rate;
    this.#changed();
  }

  toggleMute(): void {
    const { muted, volume } = soundSettings();
    // Else nothing would be heard.
    keepSettings({ muted: !muted, volume: (muted && volume) === 0 ? 1 : volume });
    this.hear(this.#heard);
    this.#changed();
  }

  toggleLoop(): void {
    this.#loops = !this.loops;
    this.#changed();
  }

  /** The longest says where all are: it plays to the end. */
  get #leader(): HTMLMediaElement | undefined {
    let leader: HTMLMediaElement | undefined;
    for (const media of this.#media.values()) {
      if (!leader || lengthOf(media) > lengthOf(leader)) leader = media;
    }
    return leader;
  }

  #attach(id: Id, element: Element | undefined): void {
    const before = this.#media.get(id);
    if (element === before) return;
    if (before) this.#release(id, before);
    if (!(element instanceof HTMLMediaElement)) return;
    const { at, isPlaying } = this.#broken ?? { at: this.#leader?.currentTime ?? 0, isPlaying: this.#isPlaying };
    this.#isPlaying = isPlaying;
    this.#media.set(id, element);
    const { rate } = this;
    element.defaultPlaybackRate = element.playbackRate = rate;
    this.#voice(id, element);
    element.addEventListener('pause', this.#handlePause);
    element.addEventListener('ended', this.#handleEnded);
    for (const type of CHANGES) element.addEventListener(type, this.#handleChange);
    element.addEventListener(
      'loadedmetadata',
      () => {
        const now = Math.max(at, this.#leader === element ? 0 : (this.#leader?.currentTime ?? 0));
        this.#broken = undefined;
        if (now > APART) goTo(element, now);
        if (this.#isPlaying && hasRoomAt(element, now)) element.play().catch(() => undefined);
        this.#tick();
      },
      { once: true },
    );
    this.#watchFrames();
    queueMicrotask(this.#changed);
  }

  #release(id: Id, media: HTMLMediaElement): void {
    const broken = media.error ? { at: media.currentTime, isPlaying: this.#isPlaying } : undefined;
    this.#media.delete(id);
    media.removeEventListener('pause', this.#handlePause);
    media.removeEventListener('ended', this.#handleEnded);
    for (const type of CHANGES) media.removeEventListener(type, this.#handleChange);
    releaseMedia(media);
    if (this.isEmpty) {
      this.#broken ??= broken;
      this.#isPlaying = false;
      if (!this.#broken) this.#loops = undefined;
      cancelAnimationFrame(this.#frame);
    }
    this.#watchFrames();
  }

  #watchFrames(): void {
    const leader = this.#leader;
    this.clock.watch(leader instanceof HTMLVideoElement ? leader : undefined);
  }

  #voice(id: Id, media: HTMLMediaElement): void {
    media.volume = soundSettings().volume;
    media.muted = this.muted || id !== this.#heard;
  }

  #notify(): void {
    for (const observer of this.#observers) observer();
  }

  readonly #tick = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#notify();
    if (!this.#isPlaying) return;
    this.#correct();
    this.#frame = requestAnimationFrame(this.#tick);
  };

  /** Those that are not where the leader is go there. */
  #correct(): void {
    const leader = this.#leader;
    if (!leader || leader.seeking) return;
    const { currentTime: at } = leader;
    const now = performance.now();
    for (const media of this.#media.values()) {
      if (media === leader || media.seeking || media.ended || at >= lengthOf(media) - AT_END) continue;
      if (Math.abs(media.currentTime - at) < APART) continue;
      if (now - (this.#corrected.get(media) ?? 0) < PATIENCE_MS) continue;
      this.#corrected.set(media, now);
      media.currentTime = at;
    }
  }

  readonly #handleChange = ({ type }: Event): void => {
    this.#notify();
    if (type === 'loadedmetadata' || type === 'durationchange') {
      this.#watchFrames();
      this.#changed();
    }
  };

  /** Something else on the page plays, or the system has paused it. */
  readonly #handlePause = ({ currentTarget: media }: Event): void => {
    if (!(media instanceof HTMLMediaElement) || !this.#isPlaying || media !== this.#leader) return;
    if (media.paused && !media.ended && media.currentTime < lengthOf(media) - AT_END) this.pause();
  };

  readonly #handleEnded = ({ currentTarget: media }: Event): void => {
    if (!this.#isPlaying || media !== this.#leader) return;
    if (this.loops) {
      this.seek(0);
      this.play();
    } else this.pause();
  };
}
