/** A place in the log of one database. */
export interface Place {
  readonly epoch: string;
  readonly seq: number;
}

/** Writes a place down for a caller. */
export const writePosition = ({ epoch, seq }: Place): string => `${epoch}.${seq}`;

/** Reads what `writePosition` wrote; `undefined` for anything else. */
export function readPosition(position: string): Place | undefined {
  const [, epoch, seq] = /^([0-9a-z]+)\.(\d{1,15})$/.exec(position) ?? [];
  return epoch === undefined || seq === undefined ? undefined : { epoch, seq: Number(seq) };
}

/** The key of a row of the log; sorts as the numbers do. */
export const logKey = (seq: number): string => String(seq).padStart(16, '0');
