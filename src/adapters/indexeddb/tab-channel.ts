import type { Change } from '../../data/index.js';
import type { Progress } from '../../model/index.js';
import type { Neighbours } from '../local/local.js';
import { isPreviewAddress } from '../local/media.js';

type Received = { readonly type: 'changed' } | { readonly type: 'progress'; readonly change: Change };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isId = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 256;

const NUMBERS = ['value', 'step', 'steps', 'queuePosition', 'etaMs'] as const;
const PREVIEW_LENGTH = 64 * 1024;
const MESSAGE_LENGTH = 500;

/** Takes over only what is known and fits: anybody on this origin can post here. */
function progressOf(value: unknown): Progress | undefined {
  if (!isObject(value)) return undefined;
  const { message, preview } = value;
  const numbers = NUMBERS.filter((name) => Number.isFinite(value[name])).map((name) => [name, value[name]]);
  return {
    ...(Object.fromEntries(numbers) as Progress),
    ...(typeof message === 'string' && { message: message.slice(0, MESSAGE_LENGTH) }),
    ...(typeof preview === 'string' && preview.length <= PREVIEW_LENGTH && isPreviewAddress(preview) && { preview }),
  };
}

/** What a message says; `undefined` for one that no page of ours sends. */
function read(data: unknown): Received | undefined {
  if (!isObject(data) || data['v'] !== 1) return undefined;
  if (data['type'] === 'changed') return { type: 'changed' };
  const { generationId, iterationId } = data;
  const progress = data['type'] === 'progress' ? progressOf(data['progress']) : undefined;
  if (!progress || !isId(generationId) || !isId(iterationId)) return undefined;
  return { type: 'progress', change: { type: 'progress', generationId, iterationId, progress } };
}

/** Tells other tabs, and hears from them. Messages carry no data to trust: who hears one reads the database. */
export class TabChannel implements Neighbours {
  #channel: BroadcastChannel | undefined;

  constructor(name: string, heard: { readonly changed: () => void; readonly progress: (change: Change) => void }) {
    this.#channel = open(`imaginations:${name}`);
    this.#channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
      const received = read(event.data);
      if (received?.type === 'changed') heard.changed();
      else if (received) heard.progress(received.change);
    });
  }

  changed(): void {
    this.#channel?.postMessage({ v: 1, type: 'changed' });
  }

  progress(change: Change): void {
    this.#channel?.postMessage({ v: 1, ...change });
  }

  dispose(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}

/** Without a channel (a sandboxed frame) each tab is alone. */
function open(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
