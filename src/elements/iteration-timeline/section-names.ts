import { StoreController, type StoreHost } from '../../controllers/store-controller.js';
import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import type { Id, Session } from '../../model/index.js';

/** Longest name, in characters: a line of a heading and some to spare. */
const LENGTH = 160;

/** What the sessions are called that stand in headings. They are read as far as they are shown. */
export class SectionNames {
  readonly #data: StoreController<Readonly<Record<Id, Session | undefined>>>;
  /** Those that are shown. */
  #shown = new Set<Id>();
  readonly #asked = new Set<Id>();

  constructor(host: StoreHost) {
    this.#data = new StoreController(host, (store) =>
      Object.fromEntries([...this.#shown].map((id) => [id, store.session(id)])),
    );
  }

  /** What is shown from now on is asked for again. */
  begin(): void {
    this.#shown = new Set();
  }

  /** @param item one of its iterations: says it until the session is known. */
  name(id: Id, item: Id | undefined, localizer: Localizer): string {
    const { store } = this.#data;
    this.#shown.add(id);
    const session = store?.session(id);
    const text = session ? session.title || session.brief.prompt : (item && store?.iteration(item)?.prompt) || '';
    return clipText(text, LENGTH) || localizer.t('timeline.untitled');
  }

  /** Everything is drawn: reads what is not known. */
  settled(): void {
    const { store } = this.#data;
    if (!store) return;
    for (const id of this.#shown) {
      if (this.#asked.has(id) || store.session(id)) continue;
      this.#asked.add(id);
      // Where that fails, it is tried again when its heading is drawn the next time.
      store.loadSession(id).then(
        (isThere) => isThere && this.#asked.delete(id),
        () => this.#asked.delete(id),
      );
    }
  }
}
