import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toFailure, type ImaginationsAdapter } from '../../src/data/index.js';
import { runAdapterConformance } from '../../src/testing/index.js';
import { root } from './manifest.js';
import { startStudio } from '../../demo/read-only/studio-server.mjs';

// As a reader of the adapter guide has it: plain JavaScript on the built package.
const { createStudioAdapter } = (await import('../../demo/read-only/adapter.js')) as {
  readonly createStudioAdapter: (base: string) => ImaginationsAdapter;
};
const studio = await startStudio();
const file = 'demo/read-only/adapter.js';
const code = readFileSync(path.join(root, file), 'utf8');
const create = (): ImaginationsAdapter => createStudioAdapter(`${studio.url}/api/`);
const call = { signal: new AbortController().signal };

afterAll(() => studio.stop());

await runAdapterConformance({
  name: file,
  runner: { describe, it },
  create,
  has: { writes: false, reachableMedia: true },
});

describe('the read-only adapter of the guide', () => {
  it('has fewer than fifty lines', () => {
    expect(code.trimEnd().split('\n').length).toBeLessThan(50);
  });

  it('is shown in the guide as it is', () => {
    const guide = readFileSync(path.join(root, 'stories/docs/adapter-guide.mdx'), 'utf8');
    expect(guide).toContain("from '../../demo/read-only/adapter.js?raw'");
  });

  it('says in our words what the product says in its own', async () => {
    const { items, total } = await create().listIterations({ limit: 1, filter: { kinds: ['image'] } }, call);
    expect(total).toBe(36);
    expect(items[0]).toMatchObject({
      id: '000000125',
      sessionId: '000000011',
      kind: 'image',
      prompt: 'Liquid marble, ink and gold',
    });
    expect((await create().listIterations({ limit: 1, filter: { kinds: ['audio'] } }, call)).total).toBe(0);
  });
});

describe('when the product refuses', () => {
  let gone: string;
  beforeAll(async () => {
    const other = await startStudio();
    gone = other.url;
    await other.stop();
  });

  it('a path that is not there is not-found', async () => {
    const adapter = createStudioAdapter(`${studio.url}/elsewhere/`);
    await expect(adapter.listSessions({ limit: 1 }, call)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('a connection that fails reaches the kit as one', async () => {
    const thrown = await createStudioAdapter(gone)
      .listSessions({ limit: 1 }, call)
      .catch((error: unknown) => error);
    expect(toFailure(thrown).code).toBe('network');
  });
});
