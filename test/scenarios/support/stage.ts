import '../../../src/define.js';
import '../../../src/define/iteration-lightbox.js';
import type { ImaginationsApp } from '../../../src/elements/imaginations-app/imaginations-app-element.js';
import { see } from './deep.js';
import { makeLibrary, type Library } from './library.js';

/** A page of a host around an app: a field above it, and more than fits on the screen. */
export interface Stage extends Library {
  readonly app: ImaginationsApp;
  readonly field: HTMLInputElement;
  readonly clear: () => void;
}

export async function makeStage(sessions = 8): Promise<Stage> {
  localStorage.clear();
  const library = await makeLibrary(sessions);
  const place = document.createElement('div');
  const [above, below] = [document.createElement('div'), document.createElement('div')];
  above.style.blockSize = below.style.blockSize = '1500px';
  const field = document.createElement('input');
  field.setAttribute('aria-label', 'Of the host');
  field.style.cssText = 'position: fixed; inset-block-start: 0; inset-inline-start: 0';
  const app = document.createElement('imaginations-app');
  app.style.blockSize = '500px';
  app.adapter = library.adapter;
  place.append(field, above, app, below);
  document.body.append(place);
  await see('.card[data-id]');
  return {
    ...library,
    app,
    field,
    clear: () => {
      place.remove();
      library.adapter.dispose();
      localStorage.clear();
    },
  };
}

/** What has the focus, all the way down. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
