import type { Id } from './primitives.js';

/** What an input was used for. */
export type ParentRole =
  | 'remix'
  | 'variation'
  | 'edit'
  | 'extend'
  | 'upscale'
  | 'reference'
  | 'first-frame'
  | 'last-frame'
  | 'mask'
  | 'audio'
  | 'retry'
  | (string & {});

/** One input an iteration was made from. */
export interface Parent {
  readonly role: ParentRole;
  readonly iterationId?: Id;
  readonly referenceId?: Id;
  /** 0..1, where the generator weighs its inputs. */
  readonly weight?: number;
  /** The input has been deleted since. */
  readonly gone?: boolean;
}

/** Where a medium says it comes from. */
export interface Provenance {
  /** IPTC digital source type URI (https://cv.iptc.org/newscodes/digitalsourcetype/). */
  readonly digitalSourceType?: string;
  /** Tool that made it. */
  readonly generator?: string;
  /** State of its content credentials (https://c2pa.org). */
  readonly c2pa?: {
    readonly present: boolean;
    readonly validation?: 'valid' | 'trusted' | 'invalid' | 'unchecked';
    readonly issuer?: string;
  };
  /** Parameters found inside the file. */
  readonly embedded?: {
    readonly format: 'a1111' | 'comfyui' | 'invokeai' | 'novelai' | 'other';
    readonly raw?: string;
  };
}

/** A price. `unit` is a currency code or the host's own, e.g. `credits`. */
export interface Cost {
  readonly amount: number;
  readonly unit: string;
  readonly estimated?: boolean;
}
