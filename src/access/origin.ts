/**
 * Whether a request that changes something came from a page of ours (OWASP, CSRF prevention by Origin).
 * Browsers send Origin with every POST; where it is missing, Fetch Metadata must say that the page was ours.
 * A request with neither is refused: it is no browser's, and programs come with a key and not with a cookie.
 */
export function isOwnOrigin(headers: Headers, own: readonly string[]): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return own.includes(origin.toLowerCase());
  return headers.get('sec-fetch-site') === 'same-origin';
}

/** The origins of the addresses that pages are opened at; what is no address is left out. */
export function originsOf(urls: readonly string[]): string[] {
  return urls.flatMap((url) => (URL.canParse(url) ? [new URL(url).origin.toLowerCase()] : []));
}
