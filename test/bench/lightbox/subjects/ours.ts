import { createMemoryAdapter } from '../../../../src/adapters/memory/index.js';
import '../../../../src/define/iteration-lightbox.js';
import type { Iteration, Session } from '../../../../src/model/index.js';
import { storeFor } from '../../../../src/index.js';
import type { Mount } from '../subject.js';

export const mount: Mount = async (slides) => {
  const created = Date.UTC(2026, 0, 1);
  const session: Session = { id: 's', createdAt: new Date(created).toISOString(), brief: { prompt: 'A brief' } };
  const iterations = slides.map(({ src, thumb, width, height }, index): Iteration => ({
    id: `i${index}`,
    sessionId: 's',
    kind: 'image',
    status: 'succeeded',
    createdAt: new Date(created + (slides.length - index) * 1000).toISOString(),
    media: { url: src, mime: 'image/png', width, height, thumbnails: [{ url: thumb, width: 160 }] },
  }));
  const store = storeFor(createMemoryAdapter({ sessions: [session], iterations }));
  const element = document.createElement('iteration-lightbox');
  element.store = store;
  document.body.append(element);
  await element.updateComplete;
  // As in an app: a grid beside it has read them.
  const list = store.iterationList({ filter: { sessionId: 's' } });
  await list.more();
  return {
    open: (index) => store.navigate({ iterationId: `i${index}` }),
    close: () => store.navigate({ iterationId: null }),
  };
};
