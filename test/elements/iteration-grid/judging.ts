import { AdapterError, type Annotation, type ImaginationsAdapter } from '../../../src/data/index.js';
import type { Id, Iteration } from '../../../src/model/index.js';
import type { LiveLibrary } from './live-library.js';

/** What an adapter was asked to annotate. */
export interface Annotated {
  readonly ids: readonly Id[];
  readonly patch: Annotation;
}

/** What is said of rows through the store is so in the library; `fails`: or it is refused. */
export function letAnnotate(library: LiveLibrary, fails: () => boolean = () => false): readonly Annotated[] {
  const asked: Annotated[] = [];
  const annotate: ImaginationsAdapter['annotate'] = (selection, patch) => {
    const ids = 'ids' in selection ? selection.ids : [];
    asked.push({ ids, patch });
    if (fails()) return Promise.reject(new AdapterError('forbidden'));
    for (const id of ids) library.patch(id, fieldsOf(patch));
    return Promise.resolve({ results: ids.map((id) => ({ id, ok: true as const })) });
  };
  Object.assign(library.adapter, { annotate });
  return asked;
}

const fieldsOf = ({ starred, rating, flag, note }: Annotation): Partial<Iteration> => ({
  ...(starred !== undefined && { starred }),
  ...(rating !== undefined && { rating }),
  ...((flag !== undefined && { flag: flag ?? undefined }) as Partial<Iteration>),
  ...(note !== undefined && { note }),
});
