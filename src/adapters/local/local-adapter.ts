import type { ImaginationsAdapter, Limits, OpenedMedia } from '../../data/index.js';
import { annotate, archive, reassign, updateSession } from './edits.js';
import { Generations } from './generations.js';
import { listIterations, listSessions } from './lists.js';
import { load, type LocalData } from './load.js';
import { Local, type LocalParts } from './local.js';
import { openMedia } from './media.js';
import { createProject } from './projects.js';
import { counts, getIterations, getSession, listProjects } from './reads.js';
import { remove } from './removal.js';
import { undo } from './undo.js';
import { upload } from './upload.js';

/** An adapter that keeps its data on this machine. Everything but `index`, `refreshMedia` and `generate` is always there. */
export type LocalAdapter = Omit<ImaginationsAdapter, 'limits'> &
  Required<Omit<ImaginationsAdapter, 'index' | 'refreshMedia' | 'generate' | 'limits'>> & {
    readonly limits: Limits;
    /**
     * Puts data in as it is (a seed, an import), over what has the same ids; iterations come with their sessions.
     * Subscribers are told to read everything again.
     */
    load(data: LocalData): Promise<void>;
  };

/** What a local backend shares with the adapter that wraps it. */
export interface LocalBackend {
  readonly adapter: LocalAdapter;
  readonly local: Local;
}

/** Lets go of what arrives when nobody waits for it any more. */
function held(opening: Promise<OpenedMedia>, signal: AbortSignal): Promise<OpenedMedia> {
  void opening.then(
    (opened) => {
      if (signal.aborted) opened.close();
    },
    () => undefined,
  );
  return opening;
}

/** Builds an adapter on a storage. */
export function createLocalAdapter(name: string, parts: LocalParts, seed?: LocalData): LocalBackend {
  const local: Local = new Local(parts, async () => {
    await local.openEpoch();
    if (seed) await load(local, seed);
    await generations.recover();
  });
  const generations = new Generations(local);
  const adapter: LocalAdapter = {
    contract: 1,
    name,
    limits: local.limits,
    listSessions: (request, call) => listSessions(local, request, call),
    listIterations: (request, call) => listIterations(local, request, call),
    getSession: (id, call) => getSession(local, id, call),
    getIterations: (ids, call) => getIterations(local, ids, call),
    counts: (query, call) => counts(local, query, call),
    openMedia: (url, call) => local.answer(call.signal, () => held(openMedia(local, url), call.signal)),
    listProjects: (request, call) => listProjects(local, request, call),
    createProject: (draft, write) => local.answer(write.signal, () => createProject(local, draft, write)),
    archive: (selection, on, archived, write) => archive(local, selection, on, archived, write),
    reassign: (selection, to, write) => reassign(local, selection, to, write),
    annotate: (selection, patch, write) => annotate(local, selection, patch, write),
    remove: (selection, on, write) => remove(local, selection, on, write),
    updateSession: (id, patch, ifRev, write) => updateSession(local, id, patch, ifRev, write),
    undo: (token, write) => undo(local, token, write),
    upload: (file, task, write) => upload(local, file, task, write),
    subscribe: (subscription) => local.stream.subscribe(subscription),
    dispose: () => local.dispose(),
    load: (data) => local.answer(local.ended, () => local.ready().then(() => load(local, data))),
    ...(local.generator && { generate: generations.port(local.generator) }),
  };
  return { adapter, local };
}
