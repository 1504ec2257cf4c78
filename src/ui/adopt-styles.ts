import type { CSSResult, LitElement } from 'lit';

/** Gives an element the styles of a part that came after its first rendering. They go before its own, as in a list. */
export function adoptStyles({ shadowRoot }: LitElement, ...styles: readonly CSSResult[]): void {
  if (!shadowRoot) return;
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  const own = shadowRoot.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  shadowRoot.adoptedStyleSheets = [...own.slice(0, -1), ...sheets, ...own.slice(-1)];
}
