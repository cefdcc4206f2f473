import { convert, type DomNode, type FormatCallback } from 'html-to-text';
import { hidesText, hidingClasses } from '#sources/mail/hidden-style.js';

/** The element that the whole document is put into, so that one place sees all of it before it is written out. */
const ROOT = 'baton-mail';

/** Longest HTML that is turned into text (UTF-16 units). */
const HTML_LIMIT = 4 * 1024 * 1024;

/**
 * HTML as the text that a person would see: links without targets, no images, quotes as `> ` lines. What the
 * HTML hides is left out and returned beside it. Linear; throws only where html-to-text does.
 */
export function htmlText(html: string): { readonly text: string; readonly hidden: string[] } {
  const cut = html.slice(0, HTML_LIMIT).replace(new RegExp(`</?${ROOT}`, 'gi'), '');
  const hidden: string[] = [];
  const classes = hidingClasses(cut);
  const prune: FormatCallback = (element, walk, builder) => {
    removeHidden(element, classes, hidden);
    walk(element.children, builder);
  };
  const text = convert(`<${ROOT}>${cut}</${ROOT}>`, {
    wordwrap: false,
    limits: { maxInputLength: HTML_LIMIT + 100, maxDepth: 300 },
    baseElements: { selectors: [ROOT] },
    formatters: { prune },
    selectors: [
      { selector: ROOT, format: 'prune' },
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      { selector: 'table', options: { uppercaseHeaderCells: false } },
      { selector: 'hr', options: { length: 30 } },
    ],
  });
  return { text, hidden };
}

function removeHidden(root: DomNode, classes: ReadonlySet<string>, hidden: string[]): void {
  const waiting: { node: DomNode; shaded: boolean }[] = [{ node: root, shaded: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const shaded = next.shaded || isShaded(next.node);
    const children: DomNode[] = next.node.children ?? [];
    const seen: DomNode[] = [];
    for (const child of children) {
      if (isHidden(child, classes, shaded)) {
        const words = wordsOf(child);
        if (words !== '') hidden.push(words);
      } else {
        seen.push(child);
        waiting.push({ node: child, shaded });
      }
    }
    next.node.children = seen;
  }
}

function isHidden(node: DomNode, classes: ReadonlySet<string>, shaded: boolean): boolean {
  const attributes = node.attribs as Record<string, string> | undefined;
  if (!attributes) return false;
  if ('hidden' in attributes) return true;
  const named = (attributes.class ?? '').split(/\s+/).some((name) => classes.has(name));
  return named || hidesText(attributes.style ?? '', attributes.color ?? '', shaded);
}

/** Whether something here paints a background: white words can then be seen. */
function isShaded(node: DomNode): boolean {
  const attributes = node.attribs as Record<string, string> | undefined;
  if (!attributes) return false;
  const paint =
    /background(?:-color)?\s*:\s*([^;]{1,80})/i.exec(attributes.style ?? '')?.[1] ?? attributes.bgcolor ?? '';
  return paint !== '' && !/^\s*(?:#fff(?:fff)?\b|white|transparent|none|inherit|initial)/i.test(paint);
}

function wordsOf(node: DomNode): string {
  const words: string[] = [];
  const waiting: DomNode[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.data !== undefined && next.type === 'text') words.push(next.data);
    for (const child of (next.children ?? []).toReversed()) waiting.push(child);
  }
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
