import { toFailure } from '../data/index.js';
import type { Failure } from '../model/index.js';
import type * as commandsModule from './commands/index.js';

type Commands = typeof commandsModule;

let commands: Commands | undefined;
let coming: Promise<Commands> | undefined;

/** Fetches the code of the commands, once; where that fails, the next call tries again. */
export const loadCommands = (): Promise<Commands> =>
  (coming ??= import('./commands/index.js').then(
    (module) => (commands = module),
    (thrown: unknown) => {
      coming = undefined;
      throw thrown;
    },
  ));

/**
 * Runs a command: in this very task where its code is there, so that what it changes shows at once.
 * @param failed what the command answers where its code cannot be loaded.
 */
export function command<T>(run: (commands: Commands) => Promise<T>, failed: (failure: Failure) => T): Promise<T> {
  if (commands) return run(commands);
  return loadCommands().then(run, (thrown: unknown) => failed(toFailure(thrown)));
}
