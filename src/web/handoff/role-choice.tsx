import type { HandoffPage } from '#contract/deal.js';
import type { PersonShown } from '#contract/words.js';
import { ROLE_WORDS, ROLES } from '#domain/handoff.js';
import { peopleOf } from '#web/handoff/people.js';
import { Choice } from '#web/palette/choice.jsx';
import { firstName, SideMark } from '#web/person/person.jsx';
import { useDo } from '#web/undo/do.js';

/** Which role the partner's people are offered after the intro: one list, a group per person. */
export function RoleChoice({ page, close }: { page: HandoffPage; close: () => void }) {
  const deed = useDo();
  const people = peopleOf(page).filter((person) => person.side === 'partner');
  const options = people.flatMap((person) =>
    ROLES.map((role) => ({
      id: `${person.email ?? person.name} ${role}`,
      words: `${person.name}: ${ROLE_WORDS[role]}`,
      drawn: (
        <>
          <SideMark side="partner" />
          {firstName(person)}: {ROLE_WORDS[role]}{' '}
          {holds(page, person, role) ? <span className="small">now</span> : null}
        </>
      ),
      keys: null,
      group: person.name,
      run: () =>
        deed.mutate({
          path: `/deals/${page.deal}/role`,
          body: { email: person.email, name: person.name, role },
        }),
    })),
  );
  return (
    <Choice
      name="The partner’s role"
      prompt={`What does ${page.partnerName} do from here?`}
      options={options}
      close={close}
      digits
    />
  );
}

function holds(page: HandoffPage, person: PersonShown, role: string): boolean {
  return page.roles.some((held) => held.role === role && held.person.name === person.name);
}
