import type { HandoffPage } from '#contract/deal.js';
import type { PersonShown } from '#contract/words.js';

/** Everybody whom the handoff names, each once: who wrote, who was addressed, who is in the brief, who has a role. */
export function peopleOf(page: Pick<HandoffPage, 'mail' | 'brief' | 'roles'>): PersonShown[] {
  const named = [
    page.mail.from,
    page.mail.forwardedBy,
    ...page.mail.to,
    ...page.mail.cc,
    ...page.brief.flatMap((answer) => answer.people),
    ...page.roles.map((role) => role.person),
  ];
  const once = new Map<string, PersonShown>();
  for (const person of named) {
    if (person === null) continue;
    const key = (person.email ?? person.name).toLowerCase();
    const known = once.get(key);
    if (known === undefined || (known.role === null && person.role !== null)) once.set(key, person);
  }
  return [...once.values()];
}
