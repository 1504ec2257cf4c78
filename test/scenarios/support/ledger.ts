import { all } from './deep.js';

/** What a page has of its own, and must have again after us. */
export interface Ledger {
  readonly globals: readonly string[];
  readonly prototypes: readonly string[];
  readonly attributes: readonly string[];
  readonly sheets: number;
  readonly title: string;
  readonly scroll: readonly number[];
  readonly address: string;
  readonly history: number;
  readonly storage: readonly string[];
}

const attributesOf = (element: Element): string[] =>
  [...element.attributes].map(({ name, value }) => `${element.localName} ${name}=${value}`);

/** What Lit itself puts on the window; our code nothing. */
const LITS_OWN: readonly string[] = [
  'litElementVersions',
  'litHtmlVersions',
  'litIssuedWarnings',
  'litPropertyMetadata',
  'reactiveElementVersions',
];

/** Looks at a page from outside. */
export function ledgerOf(page: Window & typeof globalThis): Ledger {
  const { document: doc, scrollX, scrollY, location, history } = page;
  return {
    globals: Object.getOwnPropertyNames(page)
      .filter((name) => !LITS_OWN.includes(name) && !/^\d+$/.test(name))
      .sort(),
    prototypes: [page.Object, page.Array, page.Promise, page.HTMLElement, page.Node, page.EventTarget].flatMap(
      ({ prototype }) => Object.getOwnPropertyNames(prototype),
    ),
    attributes: [...attributesOf(doc.documentElement), ...attributesOf(doc.body)],
    sheets: doc.adoptedStyleSheets.length + doc.styleSheets.length,
    title: doc.title,
    scroll: [scrollX, scrollY],
    address: location.href,
    history: history.length,
    // The draft is kept there on purpose.
    storage: Object.keys(page.localStorage).filter((name) => name !== 'imaginations:draft'),
  };
}

const PROBES = [
  'a[href]|Link',
  'abbr|HTML',
  'article|Article',
  'aside|Aside',
  'b|Bold',
  'blockquote|Quote',
  'button|Button',
  'code|code',
  'dd|Detail',
  'details|Details',
  'div|Text',
  'dl|List',
  'dt|Term',
  'em|Stress',
  'fieldset|Set',
  'figcaption|Caption',
  'figure|Figure',
  'footer|Footer',
  'form|Form',
  'h1|One',
  'h2|Two',
  'h3|Three',
  'header|Header',
  'hr|',
  'i|Italic',
  'img|',
  'input|',
  'kbd|Key',
  'label|Label',
  'legend|Legend',
  'li|Item',
  'main|Main',
  'mark|Mark',
  'nav|Nav',
  'ol|Ordered',
  'output|Output',
  'p|Paragraph',
  'pre|Pre',
  'progress|',
  'q|Quote',
  'section|Section',
  'select|',
  'small|Small',
  'span|Span',
  'strong|Strong',
  'sub|Sub',
  'summary|Summary',
  'table|Table',
  'textarea|',
  'ul|Unordered',
] as const;

/** Fifty elements of a host, of all kinds. */
export function plantProbes(doc: Document): HTMLElement {
  const place = doc.createElement('div');
  for (const probe of PROBES) {
    const [tag = '', text = ''] = probe.split('|');
    const element = doc.createElement(tag.replace(/\[.*/, ''));
    if (tag.includes('[href]')) element.setAttribute('href', '#');
    // Names that our own markup uses too.
    element.className = 'tile card btn toast panel bar';
    element.textContent = text;
    place.append(element);
  }
  return place;
}

/** How the elements of a host look, every property of each. */
export const looksOf = (place: Element): string[] =>
  all('*', place).map((element) => {
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    const values = [...(style ?? [])].map((name) => `${name}: ${style?.getPropertyValue(name) ?? ''}`);
    return `${element.localName} { ${values.join('; ')} }`;
  });
