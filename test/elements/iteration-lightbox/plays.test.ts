import { expect } from '@open-wc/testing';
import { audio, backend, click, dialogOf, find, open, press, row, shows, video, type Opened } from './lightbox.js';
import { waitUntil } from '../../support/wait.js';

const SOUND = row('sound', 30, { kind: 'audio', media: audio });
const FILM = row('film', 20, { kind: 'video', media: video });

const mediaOf = async ({ box }: Opened, tag: 'audio' | 'video'): Promise<HTMLMediaElement> => {
  const media = (): HTMLMediaElement | null | undefined => box.shadowRoot?.querySelector<HTMLMediaElement>(tag);
  await waitUntil(() => (media()?.readyState ?? 0) > 0, `${tag} has loaded`);
  await waitUntil(() => !media()!.controls, 'our controls have come');
  return media()!;
};

describe('iteration-lightbox: sound and film', () => {
  it('scrubs sound with keys, and says where it is', async () => {
    const opened = await open(backend([SOUND]), 'sound');
    const media = await mediaOf(opened, 'audio');
    const slider = find(opened.box, '[role=slider]')!;
    const at = async (key: string): Promise<number> => {
      press(slider, key);
      await opened.box.updateComplete;
      return Math.round(media.currentTime * 10) / 10;
    };
    expect(await at('End')).to.equal(2);
    expect(slider.getAttribute('aria-valuetext')).to.equal('0:02 of 0:02');
    expect(await at('ArrowLeft')).to.equal(1.8);
    expect(await at('Home')).to.equal(0);
    expect(await at('ArrowRight')).to.equal(0.2);
    expect(slider.getAttribute('aria-valuemax')).to.equal('2');
    expect(slider.style.getPropertyValue('--_share')).to.equal('0.1');
    expect(opened.store.navigation.value.iterationId).to.equal('sound');
  });

  it('scrubs sound where it is pressed', async () => {
    const opened = await open(backend([SOUND]), 'sound');
    const media = await mediaOf(opened, 'audio');
    const slider = find(opened.box, '[role=slider]')!;
    slider.setPointerCapture = () => undefined;
    const { left, width } = slider.getBoundingClientRect();
    slider.dispatchEvent(new PointerEvent('pointerdown', { clientX: left + width / 2, button: 0 }));
    expect(Math.round(media.currentTime * 10) / 10).to.equal(1);
  });

  it('plays and pauses by the button and by space', async () => {
    const opened = await open(backend([SOUND]), 'sound');
    const media = await mediaOf(opened, 'audio');
    const calls: string[] = [];
    media.play = () => Promise.resolve(void calls.push('play'));
    click(opened.box, '.play');
    press(dialogOf(opened.box), ' ');
    expect(calls).to.deep.equal(['play', 'play']);
  });

  it('lets one play at a time', async () => {
    const first = await mediaOf(await open(backend([SOUND]), 'sound'), 'audio');
    const second = await mediaOf(await open(backend([FILM]), 'film'), 'video');
    let paused = 0;
    first.pause = () => void (paused += 1);
    first.dispatchEvent(new Event('play'));
    expect(paused).to.equal(0);
    second.dispatchEvent(new Event('play'));
    expect(paused).to.equal(1);
  });

  it('shows a film with controls of its own; a short one begins again', async () => {
    const opened = await open(backend([FILM]), 'film');
    const media = await mediaOf(opened, 'video');
    expect([media.controls, media.loop, media.preload, media.hasAttribute('playsinline')]).to.deep.equal([
      false,
      true,
      'metadata',
      true,
    ]);
    expect(find(opened.box, '.controls')?.getAttribute('role')).to.equal('group');
  });

  it('stops what is left behind, and lets it go', async () => {
    const opened = await open(backend([SOUND, FILM]), 'sound');
    const media = await mediaOf(opened, 'audio');
    let paused = 0;
    media.pause = () => void (paused += 1);
    press(dialogOf(opened.box), 'ArrowRight');
    await shows(opened, 'film');
    await waitUntil(() => paused > 0 && !media.hasAttribute('src'));
  });

  it('stops when the element is torn out while it is open, and gives the focus back', async () => {
    const opened = await open(backend([SOUND]), 'sound');
    const media = await mediaOf(opened, 'audio');
    const dialog = dialogOf(opened.box);
    opened.box.remove();
    expect([dialog.open, media.hasAttribute('src'), media.paused]).to.deep.equal([false, false, true]);
    expect(document.activeElement?.textContent).to.equal('Opener');
    await opened.box.updateComplete;
    expect(dialog.querySelector('.layout') === null).to.equal(true);
  });
});
