import { expect } from '@open-wc/testing';
import { swallow } from '../../../src/internal/swallow.js';

describe('what a browser tells of a gesture that is over', () => {
  let target: HTMLElement;

  /** Whether what lies in it hears of that. */
  const pressed = (type: string): boolean => {
    let heard = false;
    const inner = target.appendChild(document.createElement('button'));
    inner.addEventListener(type, () => void (heard = true));
    inner.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    return heard;
  };

  beforeEach(() => {
    target = document.createElement('div');
  });

  it('is taken until it is let go, and a moment longer', () => {
    const release = swallow(target, 'click');
    expect(pressed('click')).to.equal(false);
    release();
    expect(pressed('click')).to.equal(false);
  });

  it('is not taken for a press that begins after it', () => {
    swallow(target, 'click')();
    expect(pressed('pointerdown')).to.equal(true);
    expect(pressed('click')).to.equal(true);
  });

  it('is not taken for ever', async () => {
    swallow(target, 'click')();
    await new Promise((done) => setTimeout(done, 120));
    expect(pressed('click')).to.equal(true);
  });
});
