import type { CSSResult, LitElement } from 'lit';

/**
 * The sheets of a shadow root, in the order in which they apply, as they were made: another document takes none of them, only
 * copies.
 */
const wanted = new WeakMap<ShadowRoot, readonly CSSStyleSheet[]>();
const copies = new WeakMap<Document, WeakMap<CSSStyleSheet, CSSStyleSheet>>();

/**
 * Gives an element the styles of a part that came after its first rendering. They go before its own, as in a list. When the element is
 * moved to another document, where it loses its styles, it gets all of them again.
 */
export function adoptStyles(host: LitElement, ...styles: readonly CSSResult[]): void {
  const { shadowRoot } = host;
  if (!shadowRoot) return;
  if (!wanted.has(shadowRoot)) keepStyles(host, shadowRoot);
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  const own = sheetsOf(shadowRoot).filter((sheet) => !sheets.includes(sheet));
  put(shadowRoot, [...own.slice(0, -1), ...sheets, ...own.slice(-1)]);
}

function keepStyles(host: LitElement, root: ShadowRoot): void {
  let page = host.ownerDocument;
  // When it hears that it has been moved, they are gone.
  wanted.set(root, sheetsOf(root));
  host.addController({
    hostConnected: () => {
      if (page === host.ownerDocument) return;
      page = host.ownerDocument;
      put(root, sheetsOf(root));
    },
  });
}

const sheetsOf = (root: ShadowRoot): readonly CSSStyleSheet[] => wanted.get(root) ?? root.adoptedStyleSheets;

function put(root: ShadowRoot, sheets: readonly CSSStyleSheet[]): void {
  wanted.set(root, sheets);
  root.adoptedStyleSheets = sheets.map((sheet) => sheetIn(root.ownerDocument, sheet));
}

function sheetIn(page: Document, sheet: CSSStyleSheet): CSSStyleSheet {
  if (page === document) return sheet;
  const made = copies.get(page) ?? new WeakMap<CSSStyleSheet, CSSStyleSheet>();
  copies.set(page, made);
  let copy = made.get(sheet);
  if (!copy) {
    // Sheets belong to the window whose constructor made them.
    const { CSSStyleSheet: Sheet } = page.defaultView ?? window;
    copy = new Sheet();
    copy.replaceSync(Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n'));
    made.set(sheet, copy);
  }
  return copy;
}
