import { expect } from '@open-wc/testing';
import { AppPage } from './app-page.js';
import { waitUntil } from '../../support/wait.js';

describe('The toolbar of <imaginations-app> on a narrow element', () => {
  for (const [width, dir] of [
    [320, 'ltr'],
    [390, 'rtl'],
    [700, 'ltr'],
  ] as const) {
    it(`shows all of it, with nothing cut: ${width} px, ${dir}`, async () => {
      const page = await AppPage.open({ view: 'iterations' }, 300);
      const { parentElement } = page.app;
      parentElement!.style.inlineSize = `${width}px`;
      parentElement!.dir = dir;
      await waitUntil(() => page.root.querySelector('.kind-filter .count')?.textContent === '300', 'counted');
      await page.app.updateComplete;
      const controls = [...page.root.querySelectorAll('.toolbar button')];
      expect(controls.length).to.equal(2 + 4 + 4 + 1);
      const boxes = controls.map((control) => control.getBoundingClientRect());
      const { left, right } = page.root.querySelector('.toolbar')!.getBoundingClientRect();
      for (const [index, box] of boxes.entries()) {
        const { x, y, width: wide, height: high } = box;
        const name = controls[index]!.textContent.trim() || controls[index]!.getAttribute('aria-label');
        expect(box.left >= left && box.right <= right, `${name} is within`).to.equal(true);
        expect(page.root.elementFromPoint(x + 1, y + high / 2), `${name} begins`).to.not.equal(null);
        for (const at of [x + 3, x + wide - 3]) {
          const hit = page.root.elementFromPoint(at, y + high / 2)?.closest('button');
          expect(hit === controls[index], `${name} is there to be pressed`).to.equal(true);
        }
      }
    });
  }
});
