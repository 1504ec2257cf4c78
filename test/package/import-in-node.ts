import { spawnSync } from 'node:child_process';
import { root } from './manifest.js';

interface Report {
  /** Tags that were registered; only known with a registry. */
  readonly defined: readonly string[];
  /** Globals that are there now and were not before. */
  readonly globals: readonly string[];
}

const PROBE = `
  const [modules, registry] = JSON.parse(process.argv[1]);
  const defined = [];
  if (registry) {
    const taken = new Map();
    globalThis.customElements = {
      define: (tag, element) => { defined.push(tag); taken.set(tag, element); },
      get: (tag) => taken.get(tag),
    };
  }
  const before = new Set(Reflect.ownKeys(globalThis));
  for (const name of modules) {
    await import(name.endsWith('.js') ? new URL(name, 'file://' + process.cwd() + '/') : name);
  }
  const globals = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
  console.log('\\n' + JSON.stringify({ defined, globals }));
`;

/**
 * Imports modules - files of the package, or packages - in a fresh Node.js process, which has no DOM.
 * With `registry`, there are custom elements, and what is registered is told.
 */
export function importInNode(module: string | readonly string[], { registry = false } = {}): Report {
  const modules = typeof module === 'string' ? [module] : module;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', PROBE, JSON.stringify([modules, registry])],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Importing ${modules.join(', ')} failed:\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
}
