import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from './manifest.js';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};

/** What the compiler says of a file of a host, which knows the package by its name only. */
function compile(text: string, options: ts.CompilerOptions = {}): readonly string[] {
  const file = path.join(root, 'test/package/host.tsx');
  const merged = { ...OPTIONS, ...options };
  const host = ts.createCompilerHost(merged);
  const onDisk = { ...host };
  host.fileExists = (name) => name === file || onDisk.fileExists(name);
  host.getSourceFile = (name, language) =>
    name === file ? ts.createSourceFile(name, text, language, true) : onDisk.getSourceFile(name, language);
  const program = ts.createProgram([file], merged, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

const JSX = `
  import type { CustomElements } from 'imaginations/jsx';
  declare global {
    namespace JSX {
      interface IntrinsicElements extends CustomElements {}
    }
  }
`;

describe('types, for a host', () => {
  it('hold together in every module of the package, without skipLibCheck', () => {
    const everything = `
      import 'imaginations';
      import 'imaginations/define';
      import 'imaginations/define/iteration-grid.js';
      import 'imaginations/adapters/memory';
      import 'imaginations/adapters/indexeddb';
      import 'imaginations/adapters/synthetic';
      import 'imaginations/testing';
      import 'imaginations/cdn';
      import 'imaginations/jsx';
    `;
    const found = compile(everything, { skipLibCheck: false });
    expect(found.filter((text) => /imaginations|dist\/|TS2304|TS2307/.test(text))).toEqual([]);
  });

  it('know the elements by their tags, once they are defined', () => {
    const use = `document.createElement('imaginations-provider').locale = 'de';`;
    expect(compile(`import 'imaginations/define';\n${use}`)).toEqual([]);
    expect(compile(`import 'imaginations';\n${use}`).join('\n')).toMatch(/TS2339/);
  });

  it('know all of them with the entry that defines all of them, those that come later too', () => {
    const use = `
      document.createElement('iteration-grid').tileSize = 120;
      document.createElement('iteration-timeline').kind = 'video';
      document.createElement('imagination-session').sessionId = 'x';
      document.createElement('iteration-lightbox').inert = document.createElement('iteration-lightbox').isUpdatePending;
    `;
    expect(compile(`import 'imaginations/define';\n${use}`)).toEqual([]);
  });

  it('let a host fill in the composer', () => {
    const use = `
      import { draftOf, storeFor, type ImaginationsAdapter } from 'imaginations';
      declare const adapter: ImaginationsAdapter;
      draftOf(storeFor(adapter)).patch({ prompt: 'Misty mountains' });
    `;
    expect(compile(use)).toEqual([]);
    expect(compile(use.replace("'Misty mountains'", '5')).join('\n')).toMatch(/TS2322/);
  });

  it('refuse a wrong property', () => {
    const wrong = `import 'imaginations/define'; document.createElement('imaginations-provider').locale = 5;`;
    expect(compile(wrong).join('\n')).toMatch(/TS2322/);
  });

  it('know the events of the elements', () => {
    const listen = `
      import type { AuthRequiredEvent } from 'imaginations';
      import 'imaginations/define';
      const provider = document.createElement('imaginations-provider');
      provider.addEventListener('imaginations-auth-required', (event) => { const told: AuthRequiredEvent = event; void told; });
    `;
    expect(compile(listen)).toEqual([]);
  });

  it('know elements, properties and events in JSX', () => {
    const right = `export const x = (
      <imaginations-provider
        locale="de"
        onimaginations-auth-required={(event) => event.target.resume()}
      />
    );`;
    expect(compile(`${JSX}${right}`)).toEqual([]);
    expect(compile(`${JSX}export const x = <imaginations-provider locale={5} />;`).join('\n')).toMatch(/TS2322/);
    expect(compile(`${JSX}export const x = <imaginations-providers />;`).join('\n')).toMatch(/TS2339/);
  });
});
