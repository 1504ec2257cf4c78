import { spawnSync } from 'node:child_process';
import { root } from './manifest.js';

interface Report {
  /** Tags that were registered. */
  readonly defined: readonly string[];
  /** Globals that are there now and were not before; the four of Lit itself left out. */
  readonly globals: readonly string[];
}

const PROBE = `
  const [files, withRegistry] = JSON.parse(process.argv[1]);
  const defined = [];
  if (withRegistry) {
    const taken = new Map();
    globalThis.HTMLElement = class HTMLElement {};
    globalThis.customElements = {
      define: (tag, element) => { defined.push(tag); taken.set(tag, element); },
      get: (tag) => taken.get(tag),
    };
  }
  const before = new Set(Reflect.ownKeys(globalThis));
  for (const file of files) await import(new URL(file, 'file://' + process.cwd() + '/'));
  const lits = new Set(['litPropertyMetadata', 'reactiveElementVersions', 'litHtmlVersions', 'litElementVersions', 'litIssuedWarnings']);
  const globals = Reflect.ownKeys(globalThis).filter((key) => !before.has(key) && !lits.has(key)).map(String);
  console.log('\\n' + JSON.stringify({ defined, globals }));
`;

/**
 * Imports modules in a fresh Node.js process, which has no DOM.
 * With `customElements`, a bare registry is there, and what is registered in it is told.
 */
export function importInNode(file: string | readonly string[], { customElements = false } = {}): Report {
  const list = typeof file === 'string' ? [file] : file;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', PROBE, JSON.stringify([list, customElements])],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Importing ${list.join(', ')} failed:\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
}
