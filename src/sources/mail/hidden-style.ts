const NEVER_SEEN =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0*\d)?(?![.\d])|max-height\s*:\s*0(?![.\d])|(?:text-indent|left|top)\s*:\s*-\d{3,})/i;

const TINY =
  /(?:^|[;\s])font(?:-size)?\s*:\s*(?:[a-z\s]{0,40}\s)?(?:[0-2](?:\.\d+)?(?:px|pt)|0?\.[0-2]\d*r?em|0(?![.\d]))/i;

const WHITE =
  /^\s*(?:#fff(?:fff)?(?:ff)?\b|white\b|#fefefe\b|#fdfdfd\b|transparent\b|rgba?\(\s*25[345]\s*,\s*25[345]\s*,\s*25[345]|rgba\([^)]{0,40},\s*0?\.?0\s*\))/i;

/**
 * Whether an inline style (or an old `color` attribute) keeps words from being seen: not displayed, of one or
 * two pixels, moved away, or white where nothing darker is painted behind (`shaded`).
 */
export function hidesText(style: string, color: string, shaded: boolean): boolean {
  const text = style.slice(0, 4_000);
  if (NEVER_SEEN.test(text) || TINY.test(text)) return true;
  const ink = /(?:^|[;\s])color\s*:\s*([^;]{1,80})/i.exec(text)?.[1] ?? color;
  if (ink === '' || !WHITE.test(ink)) return false;
  const own = /background(?:-color)?\s*:\s*([^;]{1,80})/i.exec(text)?.[1];
  return own === undefined ? !shaded : WHITE.test(own);
}

/** Classes that a style sheet inside the mail hides outright, outside of media queries. */
export function hidingClasses(html: string): Set<string> {
  const classes = new Set<string>();
  for (const sheet of html.matchAll(/<style[^<>]{0,200}>([^<]{0,200000})/gi)) {
    const plain = (sheet[1] ?? '').slice(0, 200_000);
    // A media query hides on some screens only; what stands inside one decides nothing.
    const outside = plain.replace(
      /@media[^{]{0,300}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,200}[^{}]{0,2000}\}/gi,
      '',
    );
    for (const rule of outside.matchAll(/\.([\w-]{1,80})\s{0,20}\{([^{}]{0,2000})\}/g)) {
      if (hidesText(rule[2] ?? '', '', true)) classes.add(rule[1] as string);
    }
  }
  return classes;
}
