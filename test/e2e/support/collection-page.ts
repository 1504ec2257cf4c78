import type { Locator, Page } from 'playwright-core';

/** A tile that shows, where it can be pressed. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What shows of a collection. */
export interface ShownTile {
  readonly id: string;
  readonly isSelected: boolean;
}

/** How far a person turns the wheel at most before looking where that led, in px. */
const TURN = 40_000;

/** Selecting and doing something to it, by the gestures of a person, in one of the views of the app. */
export class CollectionPage {
  readonly page: Page;
  readonly #tag: string;

  /** @param tag the element that shows the tiles, as a selector. */
  constructor(page: Page, tag: string) {
    this.page = page;
    this.#tag = tag;
  }

  get bar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Selected' });
  }

  /** What the bar says of how much is selected. */
  get count(): Locator {
    return this.bar.locator('.batch-count');
  }

  get toast(): Locator {
    return this.page.locator('imaginations-app .toast-text');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** How many the grid says there are. */
  async total(): Promise<number> {
    return Number(await this.page.locator(`${this.#tag} [role=grid]`).getAttribute('aria-rowcount'));
  }

  /** The tiles that are drawn, in their order. */
  shown(): Promise<readonly ShownTile[]> {
    return this.page.locator(`${this.#tag} .tile`).evaluateAll((tiles) =>
      tiles
        .map((tile) => ({
          id: (tile as HTMLElement).dataset['id'] ?? '',
          isSelected: tile.getAttribute('aria-selected') === 'true',
          at: Number(tile.getAttribute('aria-rowindex')),
        }))
        .sort((a, b) => a.at - b.at)
        .map(({ id, isSelected }) => ({ id, isSelected })),
    );
  }

  /** Turns the wheel over the tiles until one of them shows, and answers where. */
  async reach(order: readonly string[], id: string): Promise<Spot> {
    const { page } = this;
    const scroller = page.locator(`${this.#tag} .scroller`);
    const box = await scroller.boundingBox();
    if (!box) throw new Error('There is nothing to scroll');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 3);
    for (let turns = 0; turns < 400; turns++) {
      const by = await this.#wayTo(order, id);
      if (typeof by !== 'number') return by;
      await page.mouse.wheel(0, by);
      // Beyond what has been read there is nothing until it is.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 120)))),
      );
    }
    throw new Error(`${id} never showed`);
  }

  /** Presses a tile, as a mouse does, with or without a key held. */
  async press(order: readonly string[], id: string, key?: 'Shift' | 'Control'): Promise<void> {
    const { x, y } = await this.reach(order, id);
    const { keyboard, mouse } = this.page;
    await mouse.move(x, y);
    if (key) await keyboard.down(key);
    await mouse.click(x, y);
    if (key) await keyboard.up(key);
  }

  /** Presses the hook of a tile, which shows where the pointer is. */
  async tick(order: readonly string[], id: string): Promise<void> {
    const { x, y } = await this.reach(order, id);
    await this.page.mouse.move(x, y);
    await this.page.locator(`${this.#tag} .tile[data-id="${id}"]`).getByRole('checkbox').click();
  }

  /** Does what a button of the bar says, or what its menu has where there is no room for the button. */
  async act(name: string): Promise<void> {
    const button = this.bar.getByRole('button', { name, exact: true });
    await this.bar.getByRole('button', { name: 'Clear selection' }).waitFor();
    if (await button.isVisible()) {
      await button.click();
      return;
    }
    await this.bar.getByRole('button', { name: 'More actions' }).click();
    await this.page.getByRole('menuitem', { name, exact: true }).click();
  }

  /** Where a tile is, once it shows whole; until then, how far it is to it, in px. */
  #wayTo(order: readonly string[], id: string): Promise<Spot | number> {
    return this.page.locator(this.#tag).evaluate(
      (element, { wanted, order: ids, most }) => {
        const root = element.shadowRoot;
        const scroller = root?.querySelector('.scroller');
        const tiles = [...(root?.querySelectorAll<HTMLElement>('.tile') ?? [])];
        if (!root || !scroller) throw new Error('There is nothing to scroll');
        const around = scroller.getBoundingClientRect();
        const covers = ['.batch', '.batch-notes'].map((name) => root.querySelector(name)?.getBoundingClientRect().top);
        const start = around.top + 8;
        const end = Math.min(around.bottom, ...covers.map((top) => top ?? Infinity)) - 8;
        const tile = tiles.find(({ dataset }) => dataset['id'] === wanted);
        if (tile) {
          const { left, width, top, bottom, height } = tile.getBoundingClientRect();
          const by = Math.round(top + height / 2 - (start + end) / 2);
          const isWhole = (top >= start && bottom <= end) || by === 0;
          return isWhole ? { x: left + width / 2, y: top + height / 2 } : Math.max(-most, Math.min(most, by));
        }
        // The one with the focus may stand by itself.
        const near = tiles.filter((one) => Math.abs(one.getBoundingClientRect().top - around.top) < 2 * around.height);
        const at = ids.indexOf(near.at(-1)?.dataset['id'] ?? '');
        if (at < 0) return 0;
        const tops = near.map((one) => one.getBoundingClientRect().top);
        const each = (Math.max(...tops) - Math.min(...tops) + 200) / near.length;
        return Math.max(-most, Math.min(most, (ids.indexOf(wanted) - at) * each));
      },
      { wanted: id, order, most: TURN },
    );
  }
}
