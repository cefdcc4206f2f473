import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BatonRow, HandoffPage } from '#contract/deal.js';
import type { PersonShown } from '#contract/words.js';
import { opens } from '#web/baton/baton-row.jsx';
import { clockWords } from '#web/clock/clock-words.js';
import { useNow } from '#web/clock/tick.js';
import { handoffQuery } from '#web/door/queries.js';
import { useCarry } from '#web/handoff/carry.jsx';
import { Caps } from '#web/key/caps.jsx';
import { RowLanes } from '#web/lanes/row-lanes.jsx';
import { firstName, Who } from '#web/person/person.jsx';
import { Possible } from '#web/today/possible.jsx';
import { Written } from '#web/today/written.jsx';

/** The selected deal beside the list: who has it, the words, and what can be done from here. */
export function BatonPreview({ row }: { row: BatonRow }) {
  const handoff = useQuery(handoffQuery(row.deal));
  return (
    <div>
      <section aria-label="Where the baton is">
        <div className="small flex justify-between">
          <Link to={opens(row)} params={{ deal: row.deal }}>
            {row.name} with {row.partnerName}
          </Link>
          <span>
            Open <Caps keys="enter" />
          </span>
        </div>
        <Standing row={row} />
        <RowLanes lanes={row.baton.lanes} width={312} height={72} />
      </section>
      {handoff.data === undefined ? null : <Handoff page={handoff.data} row={row} />}
    </div>
  );
}

function Standing({ row }: { row: BatonRow }) {
  const now = useNow(false);
  const { baton } = row;
  const words = clockWords(baton.clock, now);
  const holder =
    baton.clock.state === 'none'
      ? 'On the track: no step is open.'
      : baton.holder === null
        ? 'Nobody has this.'
        : baton.isYou
          ? 'You have this.'
          : `${firstName(baton.holder)} has this.`;
  const clock = baton.clock.state === 'none' ? null : words.main;
  return (
    <h2>
      {holder}{' '}
      {clock === null ? null : (
        <span className={`number ${words.alarmed ? 'silent' : ''}`}>{capital(clock)}.</span>
      )}
    </h2>
  );
}

function Handoff({ page, row }: { page: HandoffPage; row: BatonRow }) {
  const carry = useCarry(page, 'This baton');
  return (
    <>
      <Written page={page} row={row} />
      {page.may.edit || page.may.take ? <Possible page={page} carry={carry} /> : null}
      <section aria-label="Who is on it">
        <h3 className="mb-1">Who is on it</h3>
        <ul className="grid gap-0.5">
          {peopleOn(page).map(({ person, does }) => (
            <li key={person.email ?? person.name}>
              <Who person={person} words={does} />
            </li>
          ))}
        </ul>
      </section>
      {carry.dialog}
    </>
  );
}

/** Each person once, with the first thing that they are in this handoff. */
function peopleOn(page: HandoffPage): { person: PersonShown; does: string | null }[] {
  const named = [
    { person: page.owner, does: 'owner' },
    { person: page.backup, does: 'backup' },
    { person: page.mail.from, does: 'made the intro' },
    ...page.brief.flatMap((answer) => answer.people).map((person) => ({ person, does: person.role })),
  ];
  const once = new Map<string, { person: PersonShown; does: string | null }>();
  for (const { person, does } of named) {
    const key = person?.email ?? person?.name;
    if (person !== null && key !== undefined && !once.has(key)) once.set(key, { person, does });
  }
  return [...once.values()];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
