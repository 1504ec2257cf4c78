import { Chance } from './chance.js';
import { WINDOW } from './looks.js';
import { MadeSessions } from './made-sessions.js';
import { Marks } from './marks.js';

const NONE = new Uint32Array(0);

/** What was made of rows and sessions: all that a synthetic library remembers. */
export class State {
  readonly items = new Marks();
  /** By the first row. */
  readonly sessions = new Marks();
  readonly made = new MadeSessions();
  /** When something was last moved into a session, in ms since the epoch. */
  readonly activity = new Map<number, number>();
  /** By window: what has happened to the rows in it, in one number. */
  readonly #prints = new Map<number, number>();
  #whole = 0;
  readonly #chance = new Chance(0, 1);
  readonly #size: number;
  readonly #membersOf: (start: number) => Uint32Array;
  #hidden: Uint32Array | undefined;

  /** @param membersOf the rows of a session. */
  constructor(size: number, membersOf: (start: number) => Uint32Array) {
    this.#size = size;
    this.#membersOf = membersOf;
  }

  /** Gives a row, or a session, another mark. @returns its rev. */
  set(on: 'iteration' | 'session', row: number, mark: number, write: number): number {
    const marks = on === 'iteration' ? this.items : this.sessions;
    const before = marks.mark(row);
    const rev = marks.set(row, mark, write);
    const now = marks.at(mark);
    if (now.archivedAt === before.archivedAt && now.sessionId === before.sessionId) return rev;
    if (on === 'iteration') this.#changed(row, rev);
    else for (const member of this.#membersOf(row)) this.#changed(member, -rev);
    return rev;
  }

  /** Rows that are archived themselves, in ascending order. */
  get own(): Uint32Array {
    return this.items.archived;
  }

  /** Rows that are archived, or their session is. */
  get hidden(): Uint32Array {
    return (this.#hidden ??= this.#findHidden());
  }

  /** The same number for the same history of the rows of a window; 0 where nothing has happened. */
  print(window: number): number {
    return this.#prints.get(window) ?? 0;
  }

  /** The same for everything there is. */
  get whole(): number {
    return this.#whole;
  }

  #findHidden(): Uint32Array {
    const sessions = this.sessions.archived;
    if (sessions.length === 0) return this.own;
    const isHidden = new Uint8Array(this.#size);
    for (const row of this.own) isHidden[row] = 1;
    for (const start of sessions) for (const row of this.#membersOf(start)) isHidden[row] = 1;
    let count = 0;
    for (const one of isHidden) count += one;
    if (count === 0) return NONE;
    const hidden = new Uint32Array(count);
    let next = 0;
    isHidden.forEach((one, row) => {
      if (one) hidden[next++] = row;
    });
    return hidden;
  }

  #changed(row: number, rev: number): void {
    this.#hidden = undefined;
    const window = Math.floor(row / WINDOW);
    const print = this.#chance.bits(this.#chance.bits(row) + rev);
    this.#prints.set(window, (this.print(window) ^ print) >>> 0);
    this.#whole = (this.#whole ^ print) >>> 0;
  }
}
