import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { drawn, KEY, openComposer, part, png, prompt, references, type } from './composer-page.js';
import { pageListeners } from '../imagination-session/page-listeners.js';
import { draftOf } from '../../../src/store/index.js';

interface HostileStrings {
  readonly strings?: readonly string[];
}

async function hostileStrings(): Promise<readonly string[] | undefined> {
  const answer = await fetch('/shared/data/hostile/naughty-strings.json');
  if (!answer.ok) return undefined;
  const value = (await answer.json()) as readonly string[] | HostileStrings;
  return 'strings' in value ? value.strings : (value as readonly string[]);
}

describe('imagination-composer in a page', () => {
  afterEach(() => localStorage.removeItem(KEY));

  it('never takes the focus by itself, and keeps the caret of whoever has it', async () => {
    const input = await fixture<HTMLInputElement>(html`<input value="host" />`);
    input.focus({ preventScroll: true });
    input.setSelectionRange(2, 2);
    const { composer, store } = await openComposer();
    draftOf(store).patch({ prompt: 'set by somebody', remixOf: 'x', sessionId: 'y' });
    await drawn(composer);
    expect([document.activeElement?.localName, input.selectionStart]).to.deep.equal(['input', 2]);
    composer.focusPrompt();
    expect(composer.shadowRoot?.activeElement?.localName).to.equal('textarea');
    prompt(composer).setSelectionRange(3, 3);
    draftOf(store).patch({ count: 2 });
    await drawn(composer);
    expect(prompt(composer).selectionStart).to.equal(3);
  });

  it('grows with its text, up to a limit', async () => {
    const { composer } = await openComposer();
    const one = prompt(composer).offsetHeight;
    await type(composer, 'a\nb\nc\nd');
    const four = prompt(composer).offsetHeight;
    await type(composer, 'line\n'.repeat(400));
    const most = prompt(composer).offsetHeight;
    await type(composer, 'x '.repeat(50_000));
    expect([four > one + 40, most > four, most < 260, prompt(composer).offsetHeight]).to.deep.equal([
      true,
      true,
      true,
      most,
    ]);
  });

  it('is one row where there is little room, until it is used', async () => {
    const { composer } = await openComposer();
    composer.style.width = '390px';
    await nextFrame();
    const closed = composer.offsetHeight;
    const tell = (type: string, relatedTarget: EventTarget | null): boolean =>
      prompt(composer).dispatchEvent(new FocusEvent(type, { bubbles: true, composed: true, relatedTarget }));
    tell('focusin', null);
    await drawn(composer);
    const open = composer.offsetHeight;
    expect([closed < 80, open > closed]).to.deep.equal([true, true]);
    tell('focusout', part(composer, '.submit'));
    await drawn(composer);
    expect(composer.offsetHeight).to.equal(open);
    tell('focusout', document.body);
    await drawn(composer);
    expect(composer.offsetHeight).to.equal(closed);
  });

  it('shows hostile text as text, and sends it as it is', async function () {
    this.timeout(30_000);
    const strings = await hostileStrings();
    if (!strings) this.skip();
    const { composer, store } = await openComposer();
    const before = Object.keys(window).length;
    await draftOf(store).attach(png('a'));
    const [reference] = draftOf(store).value.references;
    for (const text of strings) {
      draftOf(store).patch({ prompt: text, references: reference ? [{ ...reference, name: text }] : [] });
      await drawn(composer);
      // A text field knows one kind of line end.
      expect(prompt(composer).value).to.equal(text.replace(/\r\n?/g, '\n'));
      expect(draftOf(store).value.prompt).to.equal(text);
    }
    expect(composer.shadowRoot?.querySelectorAll('script, iframe, a, marquee').length).to.equal(0);
    expect(Object.keys(window).length).to.equal(before);
  });

  it('leaves nothing behind', async () => {
    const listeners = await pageListeners(async () => {
      const { composer, store } = await openComposer();
      await draftOf(store).attach(png());
      await drawn(composer);
      expect(references(composer).length).to.equal(1);
      composer.remove();
      draftOf(store).patch({ prompt: 'later' });
      await drawn(composer);
      // What is drawn after removal would be drawn for nobody.
      expect(prompt(composer).value).to.equal('');
    });
    expect(listeners).to.deep.equal([]);
  });
});
