import { MediaLease } from '../../ui/media-lease.js';
import type { Iteration } from '../../model/index.js';
import type { MediaOpener } from '../../store/index.js';

/** Where the file of an iteration lies. */
export const fileAddress = ({ media }: Iteration): string | undefined => media?.downloadUrl ?? media?.url;

/** Whether the file of an iteration can be had. */
export function canSave(row: Iteration, opener: MediaOpener, base: string): boolean {
  const url = fileAddress(row);
  return (
    url !== undefined &&
    row.status === 'succeeded' &&
    row.can?.download !== false &&
    (opener.isPrivate(url) || MediaLease.gate(url, base) !== undefined)
  );
}
