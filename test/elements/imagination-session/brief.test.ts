import { expect } from '@open-wc/testing';
import { drawn, find, openLoaded, PIXEL, session, text } from './session-page.js';
import { waitUntil } from '../../support/wait.js';

describe('imagination-session: the brief', () => {
  it('shows title, text, references and counts, and its iterations below', async () => {
    const { element, store } = await openLoaded(
      session({
        title: 'Hero images',
        brief: {
          prompt: 'A pier',
          references: [
            { id: 'r', name: 'mood.gif', kind: 'image', source: { url: PIXEL, mime: 'image/gif' } },
            {
              id: 'q',
              name: 'voice.wav',
              kind: 'audio',
              source: { url: 'https://a.example/v.wav', mime: 'audio/wav' },
            },
          ],
        },
      }),
    );
    expect([text(element, '.title'), text(element, '.prompt')]).to.deep.equal(['Hero images', 'A pier']);
    const names = [...(element.shadowRoot?.querySelectorAll('.chip-name') ?? [])].map((one) => one.textContent);
    expect(names).to.deep.equal(['mood.gif', 'voice.wav']);
    await store.imagine({ prompt: 'more', kind: 'audio', count: 2, sessionId: 's' });
    await waitUntil(() => find(element, '.tally')?.title === '2 audios', 'counts');
    const grid = find(element, 'iteration-grid');
    expect([grid?.getAttribute('session-id'), grid?.hasAttribute('no-filter')]).to.deep.equal(['s', true]);
    find(element, 'button.chip')?.click();
    await waitUntil(() => find(element, '.preview')?.matches(':popover-open') === true, 'the preview');
  });

  it('shortens a long text, until asked for all of it', async () => {
    const prompt = 'All of the light we cannot see. '.repeat(60);
    const { element } = await openLoaded(session({ brief: { prompt } }));
    const shown = find(element, '.prompt');
    const short = shown?.offsetHeight ?? 0;
    find(element, '.brief-actions [aria-expanded]')?.click();
    await drawn(element);
    expect((shown?.offsetHeight ?? 0) > short).to.equal(true);
    expect(text(element, '.brief-actions [aria-expanded]')).to.equal('Show less');
    expect(shown?.textContent).to.equal(prompt);
  });

  it('shows hostile text as text', async function () {
    this.timeout(30_000);
    const answer = await fetch('/shared/data/hostile/naughty-strings.json');
    if (!answer.ok) this.skip();
    const strings = (await answer.json()) as readonly string[];
    const globals = Object.keys(window).length;
    const { element } = await openLoaded(session(), {
      getSession: (id) =>
        Promise.resolve(
          session({ id, title: strings[Number(id)] ?? '', brief: { prompt: strings[Number(id)] ?? '' } }),
        ),
    });
    for (const [index, hostile] of strings.entries()) {
      element.sessionId = String(index);
      for (let turn = 0; turn < 100 && find(element, 'article')?.dataset['id'] !== String(index); turn++)
        await drawn(element);
      expect(find(element, '.prompt')?.textContent).to.equal(hostile);
    }
    expect(element.shadowRoot?.querySelectorAll('script, iframe, a, object').length).to.equal(0);
    expect(Object.keys(window).length).to.equal(globals);
  });
});
