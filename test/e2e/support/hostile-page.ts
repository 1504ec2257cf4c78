/** A text as it came out at one place of the interface. */
export interface Shown {
  /** Index of the string. */
  readonly index: number;
  readonly place: string;
  readonly text: string | null;
}

/** What became of some strings on a page. */
export interface HostileResult {
  readonly shown: readonly Shown[];
  /** What they did: code that ran, new globals, elements and handlers that came out of text, reports of the policy. */
  readonly deeds: readonly string[];
}

/** What has been noted since it was asked last. */
export const takeDeeds = async (): Promise<string[]> => {
  await new Promise(requestAnimationFrame);
  return (Reflect.get(window, 'hostileDeeds') as string[]).splice(0);
};

/** The host's own script. */
export const HOST_SCRIPT = `import * as imaginations from '/imaginations.js'; Object.assign(window, { imaginations });`;

/** Notes what a string may do; runs in the page before anything else. */
export function watchDeeds(): void {
  const deeds: string[] = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
    Object.assign(window, { [name]: (...args: unknown[]) => void deeds.push(`${name}(${args.map(String).join()})`) });
  }
  addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI, sample }) => deeds.push(`policy ${effectiveDirective} ${blockedURI} ${sample}`),
    true,
  );
  addEventListener('error', ({ message }) => deeds.push(`uncaught ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => deeds.push(`unhandled ${String(reason)}`));
  Object.defineProperty(window, 'hostileDeeds', { value: deeds, enumerable: false });
}

/**
 * Puts each string into every field of a session and its iterations, looks at every place that shows it, and says what
 * was seen and done. Runs in the page, so it brings everything it needs.
 */
export async function showHostile({
  strings,
  isWhole,
}: {
  readonly strings: readonly string[];
  /** Every place; else the session cards alone. */
  readonly isWhole: boolean;
}): Promise<HostileResult> {
  interface Draft {
    patch(draft: object): void;
  }
  interface App extends HTMLElement {
    adapter: object;
    navigation: object;
    readonly activeStore: object;
    readonly updateComplete: Promise<unknown>;
  }
  const { createMemoryAdapter, draftOf } = Reflect.get(window, 'imaginations') as {
    readonly createMemoryAdapter: (options: object) => object;
    readonly draftOf: (store: object) => Draft;
  };
  const { hostileDeeds } = window as unknown as { readonly hostileDeeds: string[] };
  const keys = new Set(Object.getOwnPropertyNames(window));
  // Playwright itself needs the real one before and after.
  const realEval = globalThis.eval;
  globalThis.eval = (code: string) => void hostileDeeds.push(`eval(${code})`);

  const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  const media = { url: PIXEL, mime: 'image/gif', width: 100, height: 100 };
  const at = (minute: number): string => new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString();
  const sessions = strings.map((text, index) => ({
    id: `s${index}`,
    createdAt: at(index * 10),
    title: text,
    brief: {
      prompt: text,
      negativePrompt: text,
      model: text,
      references: [{ id: `r${index}`, name: text, kind: 'image', source: media }],
    },
  }));
  const iterations = strings.flatMap((text, index) => {
    const row = { sessionId: `s${index}`, kind: 'image', prompt: text, revisedPrompt: text, model: text, seed: text };
    const more = { tags: [text], note: text, params: { [`key ${text}`]: text } };
    return [
      { ...row, ...more, id: `i${index}`, createdAt: at(index * 10 + 2), status: 'succeeded', media },
      {
        ...row,
        ...more,
        id: `f${index}`,
        createdAt: at(index * 10 + 1),
        status: 'failed',
        error: { code: 'internal', message: text, userMessage: text, retryable: true },
      },
    ];
  });
  const generator = { kinds: ['image', 'video'], make: () => Promise.reject(new Error('Nothing is made here')) };
  const app = document.createElement('imaginations-app') as App;
  app.adapter = createMemoryAdapter({ generator, sessions, iterations });

  const shown: Shown[] = [];
  const note = (index: number, place: string, text: string | null | undefined): void =>
    void shown.push({ index, place, text: text ?? null });
  function* deep(root: ParentNode): Generator<Element> {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* deep(element.shadowRoot);
    }
  }
  const inside = (tag: string): ShadowRoot => {
    const root = [...deep(document)].find(({ localName }) => localName === tag)?.shadowRoot;
    if (!root) throw new Error(`No ${tag}`);
    return root;
  };
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  const until = async <T>(what: string, probe: () => T | null | undefined | false): Promise<T> => {
    let trouble = '';
    for (let tries = 0; tries < 600; tries++) {
      try {
        const found = probe();
        if (found) return found;
        trouble = '';
      } catch (error) {
        // What it looks into is not there yet.
        trouble = String(error);
      }
      await (tries < 20 ? Promise.resolve() : frame());
    }
    throw new Error(`Did not come: ${what} ${trouble} ${hostileDeeds.join()}`);
  };
  /** What only comes out of a text that was taken for markup. */
  const lookForMarkup = (): void => {
    for (const element of deep(document)) {
      if (
        element.matches(
          'script:not([src="/host.js"]), iframe, object, embed, base, meta[http-equiv], link, style, math, template, marquee',
        )
      ) {
        hostileDeeds.push(`element ${element.outerHTML.slice(0, 120)}`);
      }
      for (const { name } of element.attributes) {
        if (name.startsWith('on')) hostileDeeds.push(`handler ${element.outerHTML.slice(0, 120)}`);
      }
    }
  };
  const rowsOf = (root: ShadowRoot, selector: string): Map<string, Element> =>
    new Map([...root.querySelectorAll(selector)].map((row) => [row.getAttribute('data-id') ?? '', row]));

  const lookAtCards = async (): Promise<void> => {
    const cards = await until('all cards', () => {
      const found = rowsOf(inside('imagination-sessions'), '.card[data-id]');
      return found.size === strings.length && found;
    });
    for (const index of strings.keys()) {
      const card = cards.get(`s${index}`);
      note(index, 'card name', card?.querySelector('[data-control=open]')?.textContent.trim());
      note(index, 'card menu', card?.querySelector('[data-control=more]')?.getAttribute('aria-label'));
      for (const preview of card?.querySelectorAll('[part~=preview]') ?? []) {
        note(index, 'card preview', preview.getAttribute('aria-label'));
      }
    }
  };

  const lookAtTiles = async (tag: string): Promise<void> => {
    const tiles = await until(`all tiles of ${tag}`, () => {
      const found = rowsOf(inside(tag), '.tile[data-id]');
      if (found.size !== strings.length * 2) throw new Error(`There are ${found.size}`);
      // Names come after the pictures.
      for (const tile of found.values()) if (!tile.hasAttribute('aria-label')) throw new Error('One has no name');
      return found;
    });
    for (const index of strings.keys()) {
      const [done, failed] = [tiles.get(`i${index}`), tiles.get(`f${index}`)];
      note(index, 'tile name', done?.getAttribute('aria-label'));
      note(index, 'tile prompt', done?.querySelector('.tile-prompt')?.textContent);
      note(index, 'failed tile name', failed?.getAttribute('aria-label'));
      note(index, 'tile reason', failed?.querySelector('.tile-reason')?.textContent);
    }
  };

  const lookAtSession = async (index: number): Promise<void> => {
    const page = await until('the page of a session', () => {
      const root = inside('imagination-session');
      return root.querySelector(`iteration-grid[session-id="s${index}"]`) && root;
    });
    note(index, 'session title', page.querySelector('h2')?.textContent);
    note(index, 'session prompt', page.querySelector('[part~=brief]')?.textContent);
    note(index, 'session label', page.querySelector('article')?.getAttribute('aria-label'));
    for (const reference of page.querySelectorAll('[part~=reference]')) {
      note(index, 'session reference', reference.querySelector('bdi')?.textContent);
    }
  };

  const lookAtLightbox = async (index: number, id: string): Promise<void> => {
    app.navigation = { iterationId: id };
    const root = inside('iteration-lightbox');
    const element = root.host as HTMLElement & {
      readonly iterationId: string;
      readonly updateComplete: Promise<unknown>;
    };
    await until('the lightbox', () => element.iterationId === id);
    await element.updateComplete;
    await until('the row', () => !root.querySelector('.waiting') && root.querySelector('.panel'));
    for (const prose of root.querySelectorAll('.panel .prose')) note(index, 'panel text', prose.textContent);
    for (const name of root.querySelectorAll('.reference-name')) {
      note(index, 'panel reference', name.textContent);
      note(index, 'panel reference title', name.closest('[title]')?.getAttribute('title'));
    }
    for (const field of root.querySelectorAll('.panel .field')) {
      const label = field.querySelector('.field-label')?.textContent ?? '';
      const value = field.querySelector('.field-value')?.textContent;
      if (label === 'Model' || label === 'Seed') note(index, 'panel value', value);
      if (label.startsWith('key')) {
        note(index, 'panel key', label);
        note(index, 'panel value', value);
      }
    }
    if (id.startsWith('f')) note(index, 'lightbox reason', root.querySelector('.stage .state-text')?.textContent);
    else note(index, 'lightbox picture', root.querySelector('.stage img.full')?.getAttribute('alt'));
  };

  const lookAtComposer = async (index: number, text: string): Promise<void> => {
    const root = inside('imagination-composer');
    const failure = { code: 'internal', message: text, userMessage: text };
    const shared = { bytes: 5, progress: 1 };
    const file = { id: 'r', name: text, kind: 'image', source: media };
    draftOf(app.activeStore).patch({
      prompt: text,
      remixOf: `i${index}`,
      references: [
        { key: `a${index}`, name: text, state: 'ready', file, failure: null, ...shared },
        { key: `b${index}`, name: text, state: 'failed', file: null, failure, ...shared },
        {
          key: `c${index}`,
          name: text,
          state: 'failed',
          file: null,
          failure: { code: 'invalid', message: '', fields: [{ path: 'type', message: '' }] },
          ...shared,
        },
      ],
    });
    draftOf(app.activeStore).patch({ failure });
    await until('the draft', () => root.querySelector(`[data-key="c${index}"]`));
    note(index, 'composer prompt', root.querySelector('textarea')?.value);
    note(index, 'composer aim', root.querySelector('.aim-text')?.textContent);
    note(index, 'composer failure', root.querySelector('.note')?.textContent.trim());
    for (const reference of root.querySelectorAll('.reference')) {
      note(index, 'composer reference', reference.getAttribute('title'));
      note(index, 'composer remove', reference.querySelector('.remove')?.getAttribute('aria-label'));
    }
    note(index, 'composer reason', root.querySelector(`[data-key="b${index}"] .reason`)?.textContent);
    note(index, 'composer refusal', root.querySelector(`[data-key="c${index}"] .reason`)?.textContent);
  };

  const lookAtToasts = async (index: number, text: string): Promise<void> => {
    const root = inside('imaginations-app');
    const source = root.querySelector('imagination-sessions, iteration-grid, iteration-timeline');
    const say = async (type: string, detail: object): Promise<string | undefined> => {
      source?.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
      await app.updateComplete;
      return root.querySelector('.toast-text')?.textContent;
    };
    const outcome = { done: [`s${index}`], failed: [], undo: null };
    note(index, 'toast', await say('sessions-archived', { outcome }));
    note(
      index,
      'failure toast',
      await say('imaginations-failed', { failure: { code: 'internal', userMessage: text } }),
    );
  };

  app.style.blockSize = '100vh';
  document.body.replaceChildren(app);
  await lookAtCards();
  if (isWhole) {
    for (const [index, text] of strings.entries()) {
      app.navigation = { view: 'sessions', sessionId: `s${index}` };
      await lookAtSession(index);
      await lookAtLightbox(index, `i${index}`);
      await lookAtLightbox(index, `f${index}`);
      app.navigation = { iterationId: null };
      await lookAtComposer(index, text);
      await lookAtToasts(index, text);
    }
    lookForMarkup();
    for (const layout of ['grid', 'timeline']) {
      app.navigation = { view: 'iterations', sessionId: null, layout };
      await lookAtTiles(`iteration-${layout}`);
    }
  }
  await frame();
  lookForMarkup();
  globalThis.eval = realEval;
  for (const name of Object.getOwnPropertyNames(window)) if (!keys.has(name)) hostileDeeds.push(`global ${name}`);
  return { shown, deeds: hostileDeeds.splice(0) };
}
