import { Virtual } from '@guidepup/virtual-screen-reader/browser.js';

/** More phrases than anything here has. */
const MOST_PHRASES = 500;

/** What the reader adds of its own, and no page has a say in. */
const NOISE = /^end\b|^(?:paragraph|listitem|rowgroup)\b/;
const OWN_WORDS = /, (?:orientated \w+|not disabled|level 1|(?:max|min) value \d+(?=.*current value))/g;

/**
 * What is read out of a part of a page, from its beginning to its end. The reader enters no shadow root by itself, so it is
 * given something inside of one.
 */
export async function readAll(container: Element): Promise<readonly string[]> {
  const reader = new Virtual();
  await reader.start({ container });
  const [node, start] = [reader.activeNode, await reader.lastSpokenPhrase()];
  for (let phrases = 0; phrases < MOST_PHRASES; phrases++) {
    await reader.next();
    // Behind the last comes the first.
    if (reader.activeNode === node && (await reader.lastSpokenPhrase()) === start) break;
  }
  const all = (await reader.spokenPhraseLog()).slice(0, -1);
  await reader.stop();
  // A dialog is told of once more before what is in it.
  const once = all[0] === all[1] ? all.slice(1) : all;
  return once.filter((phrase) => !NOISE.test(phrase)).map((phrase) => phrase.replace(OWN_WORDS, ''));
}

/** Hears what live regions say. */
export class Listener {
  readonly #reader = new Virtual();
  readonly #said: string[] = [];
  #observer: MutationObserver | undefined;

  static async at(container: Element): Promise<Listener> {
    const listener = new Listener();
    await listener.#start(container);
    return listener;
  }

  /** What has been said since this was last asked. */
  take(): readonly string[] {
    return this.#said.splice(0);
  }

  /** The same, without taking it. */
  get said(): readonly string[] {
    return this.#said;
  }

  async stop(): Promise<void> {
    this.#observer?.disconnect();
    this.#observer = undefined;
    await this.#reader.stop();
  }

  async #start(container: Element): Promise<void> {
    await this.#reader.start({ container });
    let heard = (await this.#reader.spokenPhraseLog()).length;
    // The reader tells of each node that has changed; a text that comes into a region is several. It has told of them when
    // the timers that were set at the same moment have run.
    this.#observer = new MutationObserver(() => setTimeout(() => void hear()));
    const hear = async (): Promise<void> => {
      if (!this.#observer) return;
      const log = await this.#reader.spokenPhraseLog();
      const news = log.slice(heard).filter((phrase) => /^(?:polite|assertive): /.test(phrase));
      heard = log.length;
      this.#said.push(...new Set(news.map((phrase) => phrase.replace(/^\w+: /, ''))));
    };
    this.#observer.observe(container, { attributes: true, characterData: true, childList: true, subtree: true });
  }
}

/** Phrases whose further words begin with the name again. */
export const doubled = (phrases: readonly string[]): readonly string[] =>
  phrases.filter((phrase) => {
    const [, name, ...words] = phrase.split(', ');
    return name !== undefined && words.some((word) => word.startsWith(name));
  });
