import { expect } from '@open-wc/testing';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import { AdapterError } from '../../../src/data/index.js';
import type { Failure } from '../../../src/model/index.js';
import { draftOf, ImaginationsStore, type DraftStorage, type DraftStore } from '../../../src/store/index.js';
import { settle } from '../../support/fake-clock.js';

const adapter: ImaginationsAdapter = {
  contract: 1,
  listSessions: () => Promise.resolve({ items: [], nextCursor: null }),
  listIterations: () => Promise.resolve({ items: [], nextCursor: null }),
};

const png = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], 'a.png');
const failure = { code: 'moderated', message: 'no' } as const;

const draftWith = (changes: Partial<ImaginationsAdapter> = {}): DraftStore =>
  draftOf(new ImaginationsStore({ ...adapter, ...changes }));

interface FakeStorage extends DraftStorage {
  text: string | null;
  saves: number;
}

const storageWith = (text: string | null = null): FakeStorage => ({
  text,
  saves: 0,
  load() {
    return this.text;
  },
  save(next) {
    this.text = next;
    this.saves++;
  },
});

describe('the draft', () => {
  it('is taken from a storage, unless something has been typed already', () => {
    const stored = JSON.stringify({ prompt: 'before', kind: 'video', count: 2 });
    const empty = draftWith();
    empty.keepIn(storageWith(stored));
    expect(empty.value).to.deep.include({ prompt: 'before', kind: 'video', count: 2 });
    const typed = draftWith();
    typed.patch({ prompt: 'now' });
    const storage = storageWith(stored);
    typed.keepIn(storage);
    expect(typed.value.prompt).to.equal('now');
    expect(storage.text).to.include('now');
  });

  it('is written when it changes, and not when only the progress of an upload does', async () => {
    let report: ((sent: number, total: number) => void) | undefined;
    const draft = draftWith({
      upload: (_file, task) => {
        report = task.onProgress?.bind(task);
        return new Promise(() => undefined);
      },
    });
    const storage = storageWith();
    draft.keepIn(storage);
    draft.patch({ prompt: 'a' });
    void draft.attach(png);
    while (!report) await settle();
    const { saves } = storage;
    report(1, 2);
    report(2, 2);
    expect([storage.saves, draft.value.references[0]?.progress]).to.deep.equal([saves, 1]);
  });

  it('makes room when it is sent, and is stored until it has arrived', async () => {
    const draft = draftWith();
    const storage = storageWith();
    draft.keepIn(storage);
    draft.patch({ prompt: 'a', remixOf: 'i', count: 2 });
    let arrive = (): void => undefined;
    const arrival = new Promise<{ readonly ok: true }>((resolve) => (arrive = () => resolve({ ok: true })));
    const sent = draft.send(() => arrival, 'open');
    expect(draft.value).to.deep.include({ prompt: '', remixOf: null, count: 2, sessionId: 'open' });
    expect(storage.text).to.include('"prompt":"a"');
    arrive();
    await sent;
    expect(storage.text).to.equal(null);
  });

  it('comes back where sending fails, with the reason, until the next word', async () => {
    const draft = draftWith();
    draft.patch({ prompt: 'a', sessionId: 's', params: { aspect: '1:1' } });
    await draft.send(() => Promise.resolve({ ok: false as const, failure }));
    expect(draft.value).to.deep.include({ prompt: 'a', sessionId: 's', params: { aspect: '1:1' }, failure });
    draft.patch({ prompt: 'ab' });
    expect(draft.value.failure).to.equal(null);
  });

  it('comes back where sending throws', async () => {
    const draft = draftWith();
    draft.patch({ prompt: 'a' });
    const outcome = await draft.send(() => Promise.reject(new AdapterError('quota'))).catch(() => 'thrown');
    expect([outcome, draft.value.prompt, draft.value.failure?.code]).to.deep.equal(['thrown', 'a', 'quota']);
  });

  it('waits as unsent where something newer has its place, and changes places with it', async () => {
    const draft = draftWith();
    draft.patch({ prompt: 'first' });
    let fail = (): void => undefined;
    const refusal = new Promise<{ readonly ok: false; readonly failure: Failure }>(
      (resolve) => (fail = () => resolve({ ok: false, failure })),
    );
    const sent = draft.send(() => refusal);
    draft.patch({ prompt: 'second' });
    fail();
    await sent;
    expect([draft.value.prompt, draft.value.unsent?.prompt]).to.deep.equal(['second', 'first']);
    draft.restoreUnsent();
    expect([draft.value.prompt, draft.value.unsent?.prompt]).to.deep.equal(['first', 'second']);
    draft.patch({ prompt: '' });
    draft.restoreUnsent();
    expect([draft.value.prompt, draft.value.unsent]).to.deep.equal(['second', null]);
  });

  it('does not take a brief that is on its way for one that was left', async () => {
    const draft = draftWith();
    const storage = storageWith();
    draft.keepIn(storage);
    draft.patch({ prompt: 'a' });
    void draft.send(() => new Promise<{ readonly ok: true }>(() => undefined));
    draft.keepIn(storage);
    await settle();
    expect(draft.value.prompt).to.equal('');
  });

  it('ends uploads that nobody waits for any more', async () => {
    const signals: AbortSignal[] = [];
    const upload: NonNullable<ImaginationsAdapter['upload']> = (_file, _task, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    const draft = draftWith({ upload });
    void draft.attach(png);
    void draft.attach(png);
    while (signals.length < 2) await settle();
    draft.detach(draft.value.references[0]?.key ?? '');
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    draft.clear();
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, true]);
    await draft.settled();
    expect(draft.value.references).to.deep.equal([]);
  });
});
