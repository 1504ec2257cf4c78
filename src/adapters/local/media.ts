import { AdapterError, type GeneratedMedia, type OpenedMedia } from '../../data/index.js';
import { fromDataUrl, toDataUrl } from '../../internal/data-url.js';
import type { Id, Kind, MediaSource, Rendition } from '../../model/index.js';
import { facet } from './facets.js';
import { MEDIA_SCHEME, type Local } from './local.js';
import type { Tables, Transaction } from './storage.js';
import type { UnitOfWork } from './unit-of-work.js';

const PREFIX = `${MEDIA_SCHEME}:`;

/** The blob a private address names; `undefined` for other addresses. */
const blobIdOf = (url: string): string | undefined => (url.startsWith(PREFIX) ? url.slice(PREFIX.length) : undefined);

const PREVIEW = /^data:image\/(?:png|jpeg|webp|gif);base64,[a-z0-9+/=]*$/i;

/**
 * The address of a picture that is stored nowhere: it holds the picture itself, so that it can cross to other tabs. Not
 * a plain `data:`, which a page's policy may not allow.
 */
export const previewAddress = async (preview: Blob): Promise<string> => PREFIX + (await toDataUrl(preview));

/** Whether an address is one of those. */
export const isPreviewAddress = (url: string): boolean => PREVIEW.test(blobIdOf(url) ?? '');

/** A blob ready to be written: encoding takes time, and a transaction does not wait. */
export interface StoredBlob {
  readonly id: string;
  readonly value: Tables['blobs'];
}

export async function encodeBlob(local: Local, blob: Blob, mime = blob.type): Promise<StoredBlob> {
  const data = local.storage.keepsBlobs ? blob : await blob.arrayBuffer();
  return { id: local.newId(local.clock()), value: { data, mime } };
}

export const addressOf = ({ id }: StoredBlob): string => PREFIX + id;

/** Writes blobs for an entity, which keeps them. */
export async function writeBlobs(unit: UnitOfWork, blobs: readonly StoredBlob[], owners: readonly Id[]): Promise<void> {
  for (const { id, value } of blobs) {
    await unit.tx.put('blobs', { id, at: unit.at, facets: [], value });
    await own(unit.tx, id, unit.at, owners);
  }
}

async function own(tx: Transaction, id: string, at: string, owners: readonly Id[]): Promise<void> {
  // What nobody needs yet (an upload) is dropped when it gets old.
  const facets = owners.length > 0 ? owners.map((owner) => facet.owner(owner)) : [facet.age];
  await tx.put('files', { id, at, facets, value: { owners } });
}

/** Keeps the blobs behind some addresses for one more entity. */
export async function keepBlobs(tx: Transaction, urls: readonly string[], owner: Id): Promise<void> {
  for (const url of urls) {
    const id = blobIdOf(url);
    const file = id === undefined ? undefined : await tx.get('files', id);
    if (file && !file.value.owners.includes(owner)) await own(tx, file.id, file.at, [...file.value.owners, owner]);
  }
}

/** Lets go of an entity's blobs; those that nobody else needs are deleted. */
export async function dropBlobs(tx: Transaction, owner: Id): Promise<void> {
  const span = { facet: facet.owner(owner) };
  for (const { id, at, value } of await tx.page('files', span, { limit: (await tx.count('files', span)) || 1 })) {
    const owners = value.owners.filter((other) => other !== owner);
    if (owners.length > 0) await own(tx, id, at, owners);
    else {
      await tx.delete('files', id);
      await tx.delete('blobs', id);
    }
  }
}

/** Deletes blobs that came before an instant and were never used. */
export async function dropUnused(tx: Transaction, before: string, limit: number): Promise<void> {
  const upper = { at: before, id: '', open: true };
  for (const { id } of await tx.page('files', { facet: facet.age, upper }, { limit })) {
    await tx.delete('files', id);
    await tx.delete('blobs', id);
  }
}

async function readBlob(local: Local, id: string): Promise<Blob> {
  const row = await local.read((tx) => tx.get('blobs', id));
  if (!row) throw new AdapterError('not-found', 'The medium has been deleted');
  return new Blob([row.value.data], { type: row.value.mime });
}

/** Outside a page there is none. */
const pageAddress = (): string =>
  (globalThis as { readonly location?: { readonly href: string } }).location?.href ?? 'https://localhost/';

/** The bytes behind an address, wherever they lie. */
export async function bytesOf(local: Local, url: string, signal: AbortSignal): Promise<Blob> {
  const id = blobIdOf(url);
  if (id !== undefined) return readBlob(local, id);
  const inline = fromDataUrl(url);
  if (inline) return inline;
  if (!/^(https?|blob):/i.test(new URL(url, pageAddress()).protocol)) {
    throw new AdapterError('unsupported', 'References are read from https:, blob:, data: and stored media only');
  }
  const response = await fetch(url, { credentials: 'omit', signal });
  if (!response.ok) throw new AdapterError('network', `The reference answered ${response.status}`);
  return response.blob();
}

/** @throws AdapterError `unsupported` for an address of another scheme, `not-found` for a medium that has gone. */
export async function openMedia(local: Local, url: string): Promise<OpenedMedia> {
  const id = blobIdOf(url);
  if (id === undefined) throw new AdapterError('unsupported', `Only ${PREFIX} addresses can be opened here`);
  const inline = isPreviewAddress(url) ? fromDataUrl(id) : undefined;
  return local.urls.open(id, () => (inline ? Promise.resolve(inline) : readBlob(local, id)));
}

const SIZED: readonly Kind[] = ['image', 'video'];
const TIMED: readonly Kind[] = ['video', 'audio'];

const isLength = (value: number | undefined): boolean => value !== undefined && Number.isFinite(value) && value > 0;

/** @throws AdapterError `internal` when a generator leaves out what every medium of its kind has. */
function checkMade(kind: Kind, made: GeneratedMedia): void {
  if (made.blob.size === 0) throw new AdapterError('internal', 'The generator made an empty file');
  if (SIZED.includes(kind) && !(isLength(made.width) && isLength(made.height))) {
    throw new AdapterError('internal', `The generator did not say the width and height of its ${kind}`);
  }
  if (TIMED.includes(kind) && !isLength(made.durationMs)) {
    throw new AdapterError('internal', `The generator did not say the duration of its ${kind}`);
  }
}

type Picture = NonNullable<GeneratedMedia['poster']>;

/** A finished output as it is to be written: where it will lie, and its blobs. */
export async function encodeMade(
  local: Local,
  kind: Kind,
  made: GeneratedMedia,
): Promise<{ readonly source: MediaSource; readonly blobs: readonly StoredBlob[] }> {
  checkMade(kind, made);
  const blobs: StoredBlob[] = [];
  const store = async (blob: Blob): Promise<string> => {
    const stored = await encodeBlob(local, blob);
    blobs.push(stored);
    return addressOf(stored);
  };
  const rendition = async ({ blob, width, height }: Picture): Promise<Rendition> => ({
    url: await store(blob),
    width,
    height,
    mime: blob.type,
  });
  const { blob, width, height, durationMs, thumbnail, poster, peaks, placeholder } = made;
  const source: MediaSource = {
    url: await store(blob),
    mime: blob.type,
    bytes: blob.size,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(durationMs !== undefined && { durationMs }),
    ...(thumbnail && { thumbnails: [await rendition(thumbnail)] }),
    ...(poster && { poster: await rendition(poster) }),
    ...(peaks && { waveform: { peaks } }),
    ...(placeholder && { placeholder }),
  };
  return { source, blobs };
}
