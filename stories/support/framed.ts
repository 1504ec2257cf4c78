import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';

/** Sizes a story can ask for by `parameters: { frame: … }`. */
export type FrameSize = 'wide' | 'tablet' | 'phone';

/** Puts a story that asks for it into a box for elements that fill their parent. */
export const framed: Decorator = (story, { parameters }) => {
  const size = parameters['frame'] as FrameSize | undefined;
  return size === undefined ? story() : html`<div class="frame ${size}">${story()}</div>`;
};
