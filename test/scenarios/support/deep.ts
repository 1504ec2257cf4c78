/** Every element under a root, those inside shadow roots too, in the order of the document. */
export function* deepElements(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deepElements(element.shadowRoot);
  }
}

/** All that match a selector; `a >>> b` means those matching `b` below an `a`, across shadow roots. */
export function all(selector: string, root: ParentNode = document): HTMLElement[] {
  const [first = '', ...rest] = selector.split(' >>> ');
  const found = [...deepElements(root)].filter((element): element is HTMLElement => element.matches(first));
  if (rest.length === 0) return found;
  return found.flatMap((element) => all(rest.join(' >>> '), element.shadowRoot ?? element));
}

/** The first that matches a selector. */
export const find = (selector: string, root: ParentNode = document): HTMLElement | undefined => all(selector, root)[0];

/** Whether an element takes any room. */
export const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

/** Waits for something to be there; says what did not come. */
export async function until<T>(what: string, probe: () => T | null | undefined | false, ms = 20_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const found = probe();
    if (found) return found;
    if (performance.now() > end) throw new Error(`Did not come: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The first that matches and is on the screen, as soon as there is one. */
export const see = (selector: string, root: ParentNode = document): Promise<HTMLElement> =>
  until(selector, () => all(selector, root).find(isSeen));

export const gone = (selector: string, root: ParentNode = document): Promise<true> =>
  until(`the end of ${selector}`, () => !all(selector, root).some(isSeen));

/** A visible button by what it says or is called. */
export const button = (name: string, root: ParentNode = document): Promise<HTMLElement> =>
  until(`a button "${name}"`, () =>
    all('button', root).find((one) => {
      const label = one.getAttribute('aria-label') ?? one.textContent;
      return label.trim().startsWith(name) && isSeen(one);
    }),
  );

export const press = async (name: string, root?: ParentNode): Promise<void> => (await button(name, root)).click();

/** A key, as far as the page can make one. */
export const key = (target: Element, name: string, more: KeyboardEventInit = {}): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...more }),
  );

export const frame = (): Promise<number> => new Promise(requestAnimationFrame);

const OWN_PACE = '.visually-hidden, [role=status], [role=progressbar], [role=progressbar] *';

/** Where everything inside a box is, relative to it; what is drawn beyond its lower edge is not for the eye. */
export const boxesIn = (root: ParentNode, from = new DOMRect(0, 0, innerWidth, innerHeight)): string[] =>
  [...deepElements(root)]
    .filter((one) => !(one instanceof SVGElement) && !one.matches(OWN_PACE) && isSeen(one))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.top < from.bottom && box.bottom > from.top && box.height > 0)
    .map(({ one, box: { x, y, width, height } }) => {
      const place = [x - from.x, y - from.y, width, height].map((px) => Math.round(px * 100) / 100);
      return `${one.localName}.${one.getAttribute('class') ?? ''} ${place.join(' ')}`;
    });

const isRunning = (element: Element): boolean =>
  element.getAnimations().some(({ playState, effect }) => {
    return playState === 'running' && effect?.getTiming().iterations !== Infinity;
  });

const moving = (root: ParentNode): Element[] =>
  [...(root instanceof Element ? [root] : []), ...deepElements(root)].filter(
    (one) => (one instanceof HTMLImageElement && one.dataset['state'] === 'loading') || isRunning(one),
  );

/** What our elements load later than their first picture is there too. */
const updates = (root: ParentNode): Promise<unknown> =>
  Promise.all([...deepElements(root)].map((one) => 'updateComplete' in one && one.updateComplete));

/** Waits until nothing moves any more: pictures are there, transitions over, two frames alike. Answers where all is. */
export async function settled(root: ParentNode, from?: () => DOMRect): Promise<string[]> {
  let before: readonly string[] = [];
  let last: readonly string[] = [];
  for (let frames = 0; frames < 600; frames++) {
    await updates(root);
    await frame();
    const boxes = boxesIn(root, from?.());
    if (boxes.join() === before.join() && moving(root).length === 0) return boxes;
    last = before;
    before = boxes;
  }
  const still = before.filter((box) => !last.includes(box));
  throw new Error(
    `It does not come to rest: ${[...still, ...moving(root).map((one) => one.outerHTML)].join().slice(0, 500)}`,
  );
}
