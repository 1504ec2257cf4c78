import type { CDPSession, FrameLocator, Locator, Page } from 'playwright-core';

/** Where the app is: in the page, or in a frame of it. */
export type Scope = Page | FrameLocator;

/** What a person does in the viewer and on the way to it, with a mouse, with fingers or with keys alone. */
export interface Hands {
  open(id: string): Promise<void>;
  next(): Promise<void>;
  nextSession(): Promise<void>;
  previousSession(): Promise<void>;
  /** To another of the session. */
  goTo(id: string): Promise<void>;
  zoomIn(): Promise<void>;
  play(): Promise<void>;
  close(): Promise<void>;
  /** Selects these in the grid and compares them. */
  compare(ids: readonly string[]): Promise<void>;
  leaveComparison(): Promise<void>;
  clearSelection(): Promise<void>;
  /** Says what is shown is kept or not, and goes on. */
  judge(verdict: 'pick' | 'reject'): Promise<void>;
}

/** What is read of the page, whatever works it. */
export class ViewerPage {
  readonly page: Page;
  readonly scope: Scope;

  constructor(page: Page, scope: Scope = page) {
    this.page = page;
    this.scope = scope;
  }

  get lightbox(): Locator {
    return this.scope.locator('iteration-lightbox');
  }

  get dialog(): Locator {
    return this.scope.locator('iteration-lightbox dialog[open]');
  }

  get panes(): Locator {
    return this.dialog.locator('.pane');
  }

  tile(id: string): Locator {
    return this.scope.locator(`iteration-grid .tile[data-id="${id}"]`);
  }

  cell(id: string): Locator {
    return this.dialog.locator(`.film-strip .cell[data-id="${id}"]`);
  }

  /** What is shown. */
  shownId(): Promise<string | null> {
    return this.lightbox.evaluate((element) => element.getAttribute('iteration-id'));
  }

  /** How wide the picture is drawn, in px. */
  async pictureWidth(): Promise<number> {
    return (await this.dialog.locator('.frame img').last().boundingBox())?.width ?? 0;
  }

  /** The tile that has the focus, else what has it. */
  focused(): Promise<string> {
    return this.scope.locator('html').evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.closest<HTMLElement>('.tile')?.dataset['id'] ?? active?.localName ?? 'nothing';
    });
  }

  async middleOfStage(): Promise<readonly [x: number, y: number]> {
    const box = await this.dialog.locator('.stage').boundingBox();
    if (!box) throw new Error('There is no stage');
    return [box.x + box.width / 2, box.y + box.height / 2];
  }
}

type Press = (target: Locator) => Promise<void>;

/** Everything there is a button for, pressed one way or another. */
class ButtonHands {
  protected readonly view: ViewerPage;
  protected readonly press: Press;

  constructor(view: ViewerPage, press: Press) {
    this.view = view;
    this.press = press;
  }

  open(id: string): Promise<void> {
    return this.press(this.view.tile(id));
  }

  goTo(id: string): Promise<void> {
    return this.press(this.view.cell(id));
  }

  play(): Promise<void> {
    return this.#button('Play');
  }

  close(): Promise<void> {
    return this.#button('Close viewer');
  }

  leaveComparison(): Promise<void> {
    return this.#button('Leave comparison');
  }

  clearSelection(): Promise<void> {
    return this.press(this.#bar.getByRole('button', { name: 'Clear selection' }));
  }

  async judge(verdict: 'pick' | 'reject'): Promise<void> {
    const { dialog } = this.view;
    if ((await dialog.locator('.panel').count()) === 0) await this.#button('Details');
    const button = dialog.locator(`[data-verdict=${verdict}]`);
    await this.press(button);
    await dialog.locator(`[data-verdict=${verdict}][aria-pressed=true]`).waitFor();
    await this.#button('Next in the session');
  }

  protected async compareSelected(): Promise<void> {
    const button = this.#bar.getByRole('button', { name: 'Compare', exact: true });
    await this.#bar.getByRole('button', { name: 'Clear selection' }).waitFor();
    if (await button.isVisible()) return this.press(button);
    await this.press(this.#bar.getByRole('button', { name: 'More actions' }));
    await this.press(this.view.scope.getByRole('menuitem', { name: 'Compare', exact: true }));
  }

  get #bar(): Locator {
    return this.view.scope.getByRole('toolbar', { name: 'Selected' });
  }

  #button(name: string): Promise<void> {
    return this.press(this.view.dialog.getByRole('button', { name, exact: true }));
  }
}

export class MouseHands extends ButtonHands implements Hands {
  constructor(view: ViewerPage) {
    super(view, (target) => target.click());
  }

  next(): Promise<void> {
    return this.press(this.view.dialog.getByRole('button', { name: 'Next in the session' }));
  }

  nextSession(): Promise<void> {
    return this.press(this.view.dialog.getByRole('button', { name: 'Next session' }));
  }

  previousSession(): Promise<void> {
    return this.press(this.view.dialog.getByRole('button', { name: 'Previous session' }));
  }

  async zoomIn(): Promise<void> {
    const { mouse } = this.view.page;
    await mouse.move(...(await this.view.middleOfStage()));
    await mouse.wheel(0, -400);
  }

  async compare(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const tile = this.view.tile(id);
      await tile.hover();
      await tile.getByRole('checkbox').click();
    }
    await this.compareSelected();
  }
}

/** Fingers on a screen, as the browser is told of them. */
export class TouchHands extends ButtonHands implements Hands {
  readonly #session: CDPSession;

  constructor(view: ViewerPage, session: CDPSession) {
    super(view, (target) => target.tap());
    this.#session = session;
  }

  next(): Promise<void> {
    return this.#swipe(-300, 0);
  }

  nextSession(): Promise<void> {
    return this.#swipe(0, -250);
  }

  previousSession(): Promise<void> {
    return this.#swipe(0, 250);
  }

  async zoomIn(): Promise<void> {
    const [x, y] = await this.view.middleOfStage();
    const fingers = (apart: number): readonly (readonly [number, number])[] => [
      [x - apart, y],
      [x + apart, y],
    ];
    await this.#touch('touchStart', fingers(40));
    for (let apart = 50; apart <= 160; apart += 10) await this.#touch('touchMove', fingers(apart));
    await this.#touch('touchEnd', []);
  }

  async compare(ids: readonly string[]): Promise<void> {
    const [first = '', ...others] = ids;
    const box = await this.view.tile(first).boundingBox();
    if (!box) throw new Error(`There is no tile ${first}`);
    const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await this.#touch('touchStart', [middle]);
    await this.view.scope.locator(`iteration-grid .tile[data-id="${first}"][aria-selected=true]`).waitFor();
    await this.#touch('touchEnd', []);
    for (const id of others) await this.press(this.view.tile(id));
    await this.compareSelected();
  }

  async #swipe(byX: number, byY: number): Promise<void> {
    const [x, y] = await this.view.middleOfStage();
    const at = (part: number): readonly [number, number] => [x + byX * (part - 0.5), y + byY * (part - 0.5)];
    await this.#touch('touchStart', [at(0)]);
    for (let step = 1; step <= 8; step++) await this.#touch('touchMove', [at(step / 8)]);
    // A finger that is lifted in full flight makes the browser take the next tap for a brake.
    await this.view.page.waitForTimeout(150);
    await this.#touch('touchMove', [at(1)]);
    await this.#touch('touchEnd', []);
  }

  async #touch(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly (readonly [number, number])[],
  ): Promise<void> {
    const touchPoints = points.map(([x, y], id) => ({ x: Math.round(x), y: Math.round(y), id }));
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

/** Keys and nothing else, from the page's first tab stop on. */
export class KeyHands implements Hands {
  readonly #view: ViewerPage;

  constructor(view: ViewerPage) {
    this.#view = view;
  }

  async open(id: string): Promise<void> {
    await this.#toTile(id);
    await this.#press('Enter');
  }

  next(): Promise<void> {
    return this.#press('ArrowRight');
  }

  nextSession(): Promise<void> {
    return this.#press('ArrowDown');
  }

  previousSession(): Promise<void> {
    return this.#press('ArrowUp');
  }

  async goTo(id: string): Promise<void> {
    const view = this.#view;
    const { dialog } = view;
    await this.#press('Home');
    await dialog.locator('.cell[aria-posinset="1"][aria-selected=true]').waitFor();
    for (let steps = 0; (await view.shownId()) !== id; steps++) {
      if (steps > 60) throw new Error(`${id} is not in the session`);
      const before = await view.shownId();
      await this.#press('ArrowRight');
      await dialog.locator(`.cell[aria-selected=true]:not([data-id="${before ?? ''}"])`).waitFor();
    }
  }

  zoomIn(): Promise<void> {
    return this.#press('+');
  }

  play(): Promise<void> {
    return this.#press('k');
  }

  close(): Promise<void> {
    return this.#press('Escape');
  }

  async compare(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await this.#toTile(id);
      await this.#press('Space');
    }
    await this.#press('v');
  }

  leaveComparison(): Promise<void> {
    return this.#press('Escape');
  }

  clearSelection(): Promise<void> {
    return this.#press('Escape');
  }

  async judge(verdict: 'pick' | 'reject'): Promise<void> {
    await this.#press(verdict === 'pick' ? 'p' : 'x');
    await this.#press('ArrowRight');
  }

  /** By Tab into the grid, by arrows to the tile: down by rows is not needed for what stands near the start. */
  async #toTile(id: string): Promise<void> {
    const view = this.#view;
    const place = (tile: string): Promise<number> =>
      view.tile(tile).evaluate((element) => Number(element.getAttribute('aria-rowindex')));
    for (let tabs = 0; !(await view.focused()).startsWith('iteration-0'); tabs++) {
      if (tabs > 60) throw new Error('No tile is in the tab order');
      await this.#press('Tab');
    }
    for (let steps = 0; (await view.focused()) !== id; steps++) {
      if (steps > 60) throw new Error(`${id} cannot be reached`);
      const way = (await place(await view.focused())) < (await place(id)) ? 'ArrowRight' : 'ArrowLeft';
      await this.#press(way);
    }
  }

  #press(key: string): Promise<void> {
    return this.#view.page.keyboard.press(key);
  }
}
