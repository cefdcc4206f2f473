import type { Page } from '#reading/mail/page.js';
import { companyAfter, roleAfter, roleBefore } from '#reading/mail/people/role.js';
import { escaped } from '#reading/mail/people/sides.js';

/** What the words say about somebody: what they do, and where. */
export type Description = { readonly role: string | null; readonly company: string | null };

/** How many mentions of one person are looked at. */
const MENTIONS = 12;

/** What the words say about a person, by full name first, else by first name; the first that says something. */
export function describe(page: Page, name: string): Description {
  const first = name.split(/\s+/)[0] ?? name;
  let role: string | null = null;
  let company: string | null = null;
  for (const called of name === first || first.length < 3 ? [name] : [name, first]) {
    for (const { before, rest } of mentions(page, called)) {
      const said = roleAfter(rest) ?? roleBefore(before);
      company ??= companyAfter(rest, said);
      role ??= said;
      if (role !== null && company !== null) return { role, company };
    }
    // The full name said nothing of a role: the first name alone may.
    if (role !== null) break;
  }
  return { role, company };
}

function mentions(page: Page, called: string): { before: string; rest: string }[] {
  const expression = new RegExp(`(?<![\\p{L}])${escaped(called).replace(/\s+/g, '\\s+')}(?![\\p{L}])`, 'gu');
  const found: { before: string; rest: string }[] = [];
  for (const { plain } of page.sentences) {
    for (const match of plain.matchAll(expression)) {
      if (found.length >= MENTIONS) return found;
      // "Joanna Pruitt, VP" is asked for as "Joanna": the rest of the name is stepped over.
      const rest = plain
        .slice(match.index + match[0].length)
        .replace(/^(?:\s[\p{Lu}][\p{L}'-]+){1,2}(?=,|\s\(|\s(?:is|was|runs|leads|owns|heads)\s)/u, '');
      found.push({ before: plain.slice(0, match.index), rest });
    }
  }
  return found;
}
