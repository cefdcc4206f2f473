/** The same server and database, reached as another login. Query options (sslmode, host) are kept. */
export function asLogin(url: string, login: string, password: string): string {
  const parts = split(url);
  const who = `${encodeURIComponent(login)}:${encodeURIComponent(password)}`;
  return `${parts.scheme}${who}@${parts.place}${parts.query}`;
}

/** The same server and login, another database. */
export function asDatabase(url: string, database: string): string {
  const parts = split(url);
  const host = parts.place.split('/', 1)[0] ?? '';
  const who = parts.who === null ? '' : `${parts.who}@`;
  return `${parts.scheme}${who}${host}/${encodeURIComponent(database)}${parts.query}`;
}

/** The URL of a server that listens on a socket in `folder`, in the form that libpq and `pg` both read. */
export function socketUrl(folder: string, login: string, database: string): string {
  return `postgresql://${encodeURIComponent(login)}@/${encodeURIComponent(database)}?host=${encodeURIComponent(folder)}`;
}

/** What may be shown to people and logs: the place, never the login's password. */
export function placeOf(url: string): string {
  const parts = split(url);
  const host = new URLSearchParams(parts.query).get('host');
  return `${host ?? ''}${parts.place}`;
}

type Parts = { scheme: string; who: string | null; place: string; query: string };

// `new URL` refuses the empty host of a socket URL, so the text is taken apart by hand (RFC 3986, section 3.2).
function split(url: string): Parts {
  const [, scheme = 'postgresql://', rest = ''] = /^([a-z]+:\/\/)?(.*)$/s.exec(url) ?? [];
  const question = rest.indexOf('?');
  const address = question < 0 ? rest : rest.slice(0, question);
  const options = new URLSearchParams(question < 0 ? '' : rest.slice(question + 1));
  // A login in the query would win over the one before the @.
  options.delete('user');
  options.delete('password');
  const query = options.size === 0 ? '' : `?${options}`;
  const at = address.lastIndexOf('@');
  return { scheme, who: at < 0 ? null : address.slice(0, at), place: address.slice(at + 1), query };
}
