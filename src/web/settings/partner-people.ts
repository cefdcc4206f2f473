export type PartnerPerson = { readonly name: string; readonly email: string };

/** People as they are typed, one a line: "Theo Lindqvist <theo@cobaltridge.example>", or name and address with a space. */
export function readPeople(typed: string): { people: PartnerPerson[]; unread: string[] } {
  const people: PartnerPerson[] = [];
  const unread: string[] = [];
  for (const line of typed.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const match = /^(.*?)[\s,;<]*([^\s<>,;]+@[^\s<>,;]+)>?$/.exec(line);
    const [, name = '', email = ''] = match ?? [];
    if (match === null) unread.push(line);
    else people.push({ name: name.trim().replace(/^"|"$/g, '') || email, email: email.toLowerCase() });
  }
  return { people, unread };
}

/** Domains as they are typed, by commas, spaces or lines; an address gives its domain. */
export function readDomains(typed: string): string[] {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
  return [...new Set(words.map((word) => word.slice(word.lastIndexOf('@') + 1).toLowerCase()))];
}
