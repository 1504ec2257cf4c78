import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { AdapterError } from '../../src/data/index.js';
import { waitUntil } from '../support/wait.js';

const { signal } = new AbortController();

describe('a generator that throws', () => {
  const toldOf = async (thrown: Error): Promise<unknown[]> => {
    const told: unknown[] = [];
    const adapter = createMemoryAdapter({
      generator: { kinds: ['image'], make: () => Promise.reject(thrown) },
      onGeneratorError: (error) => {
        told.push(error);
        throw new Error('The listener is broken too');
      },
    });
    await adapter.generate?.start(
      { session: { create: { prompt: 'x' } }, kind: 'image', count: 1, origin: 'prompt' },
      { signal, idempotencyKey: 'k' },
    );
    const status = async (): Promise<string | undefined> =>
      (await adapter.listIterations({ limit: 1 }, { signal })).items[0]?.status;
    await waitUntil(async () => (await status()) === 'failed');
    return told;
  };

  it('is told to the host, which may break over it; what it means to say to the person is not', async () => {
    const error = new Error('GPU is out of memory');
    expect(await toldOf(error)).to.deep.equal([error]);
    expect(await toldOf(new AdapterError('moderated', 'No'))).to.deep.equal([]);
  });
});
