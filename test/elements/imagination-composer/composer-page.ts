import { fixture, html } from '@open-wc/testing';
import '../../../src/define/imagination-composer.js';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import type { GenerateRequest, ImaginationsAdapter } from '../../../src/data/index.js';
import type { ImaginationComposer } from '../../../src/elements/imagination-composer/imagination-composer-element.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { fakeGenerator, tinyPng } from '../../../src/testing/index.js';
import { settle } from '../../support/fake-clock.js';
import { waitUntil } from '../../support/wait.js';

/** A composer in a page, with what its backend was asked for. */
export interface ComposerPage {
  readonly composer: ImaginationComposer;
  readonly store: ImaginationsStore;
  readonly requests: readonly GenerateRequest[];
}

/** Of this file alone: other test files share the storage at the same time. */
export const KEY = `imaginations:test-${Math.random()}`;

/** A backend whose `generate.start` can be made to do something else. */
export function backend(
  changes: Partial<ImaginationsAdapter> = {},
  onStart?: (request: GenerateRequest) => Promise<void> | void,
): { readonly adapter: ImaginationsAdapter; readonly requests: GenerateRequest[] } {
  const requests: GenerateRequest[] = [];
  const memory = createMemoryAdapter({ generator: fakeGenerator() });
  const { generate } = memory;
  const adapter: ImaginationsAdapter = {
    ...memory,
    ...(generate && {
      generate: {
        ...generate,
        start: async (request, write) => {
          requests.push(request);
          await onStart?.(request);
          return generate.start(request, write);
        },
      },
    }),
    ...changes,
  };
  return { adapter, requests };
}

export async function openComposer(made = backend(), key = KEY): Promise<ComposerPage> {
  const store = new ImaginationsStore(made.adapter);
  const composer = await fixture<ImaginationComposer>(
    html`<imagination-composer .store=${store} draft-key=${key}></imagination-composer>`,
  );
  await drawn(composer);
  return { composer, store, requests: made.requests };
}

/** Resolves once what the store holds is drawn. */
export async function drawn(element: { readonly updateComplete: Promise<boolean> }): Promise<void> {
  await settle();
  await element.updateComplete;
}

export const part = (composer: ImaginationComposer, selector: string): HTMLElement | null =>
  composer.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

export const choice = (composer: ImaginationComposer, name: string): HTMLSelectElement | null =>
  composer.shadowRoot?.querySelector<HTMLSelectElement>(`select[name=${name}]`) ?? null;

export const prompt = (composer: ImaginationComposer): HTMLTextAreaElement => {
  const field = composer.shadowRoot?.querySelector('textarea');
  if (!field) throw new Error('There is no prompt');
  return field;
};

export async function type(composer: ImaginationComposer, text: string): Promise<void> {
  const field = prompt(composer);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await drawn(composer);
}

export const submit = (composer: ImaginationComposer): void => part(composer, '.submit')?.click();

export const note = (composer: ImaginationComposer): string => part(composer, '.note')?.textContent.trim() ?? '';

export const png = (name = 'a.png', type = 'image/png'): File =>
  new File([tinyPng(8, 8, () => [200, 100, 50])], name, { type });

/** A drop or paste of files; `prevented` says whether the element took it. */
export function transferOf(files: readonly File[], text?: string): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  if (text !== undefined) transfer.setData('text/plain', text);
  return transfer;
}

export function drop(target: EventTarget, dataTransfer: unknown): DragEvent {
  const event = new DragEvent('drop', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
  target.dispatchEvent(event);
  return event;
}

export function paste(target: EventTarget, clipboardData: unknown): Event {
  const event = new Event('paste', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  target.dispatchEvent(event);
  return event;
}

export const references = (composer: ImaginationComposer): HTMLElement[] => [
  ...(composer.shadowRoot?.querySelectorAll<HTMLElement>('.reference') ?? []),
];

export const settledReferences = (composer: ImaginationComposer, count: number): Promise<void> =>
  waitUntil(
    () => references(composer).filter(({ classList }) => !classList.contains('uploading')).length === count,
    `${count} references`,
  );
