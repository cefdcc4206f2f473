import type { Mailbox } from '#domain/party.js';

const ADDRESS = /[\p{L}\p{N}._%+'&=-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}]{2,24}/u;

/**
 * The mailboxes of an address line as mail programs print it: `Name <a@b>`, `Name [mailto:a@b]`,
 * `"Last, First" <a@b>`, `a@b`, separated by comma or semicolon. Names without an address are left out:
 * they are people of the text, not mailboxes.
 */
export function mailboxesIn(printed: string): Mailbox[] {
  const found: Mailbox[] = [];
  let rest = printed.slice(0, 20_000);
  for (let match = ADDRESS.exec(rest); match && found.length < 100; match = ADDRESS.exec(rest)) {
    const before = rest.slice(0, match.index);
    const name = before
      .replace(/^[\s,;>\])]+/, '')
      .replace(/(?:<|\[|\(|mailto:|\s|")+$/gi, '')
      .replace(/^["'\s]+|["'\s]+$/g, '');
    found.push({ name: name === '' || ADDRESS.test(name) ? null : turned(name), address: match[0] });
    rest = rest.slice(match.index + match[0].length).replace(/^\s*<mailto:[^>]{0,300}>/i, '');
  }
  return found;
}

/** "Feld, Annegret" as people say it: Annegret Feld. */
export function turned(name: string): string {
  const match = /^([\p{L}'’.\- ]{2,40}),\s?([\p{L}'’.\- ]{2,40})$/u.exec(name);
  return match ? `${match[2]} ${match[1]}` : name;
}
