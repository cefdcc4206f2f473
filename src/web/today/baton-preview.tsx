import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BatonRow, HandoffPage } from '#contract/deal.js';
import type { PersonShown } from '#contract/words.js';
import { opens } from '#web/baton/baton-row.jsx';
import { clockWords } from '#web/clock/clock-words.js';
import { useNow } from '#web/clock/tick.js';
import { handoffQuery } from '#web/door/queries.js';
import { EvidenceNumber, Quote } from '#web/evidence/quote.jsx';
import { useCarry } from '#web/handoff/carry.jsx';
import { Caps } from '#web/key/caps.jsx';
import { RowLanes } from '#web/lanes/row-lanes.jsx';
import { firstName, Who } from '#web/person/person.jsx';

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
    baton.holder === null
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
  const said = page.brief.filter(
    (answer) => ['whyNow', 'problem', 'expectsNext'].includes(answer.question) && answer.quotes.length > 0,
  );
  const missing = page.brief.filter((answer) => answer.quotes.length === 0);
  return (
    <>
      <section aria-label="What was written">
        <h3>What was written, {page.mail.when}</h3>
        {page.mail.from === null ? null : (
          <p className="mt-1.5">
            <Who person={page.mail.from} words={page.mail.from.company} />
          </p>
        )}
        {row.baton.quote === null ? null : (
          <p className="mt-1">
            <mark>
              <Quote quote={row.baton.quote} />
            </mark>
          </p>
        )}
        {said.map((answer) => (
          <p key={answer.question} className="mt-2">
            <span className="small">{answer.title}</span>
            <br />
            {answer.quotes.slice(0, 1).map((quote) => (
              <Quote key={quote.start} quote={quote} quiet />
            ))}
            <EvidenceNumber number={answer.number} />
          </p>
        ))}
        {missing.length === 0 ? null : (
          <p className="mt-2 flex flex-wrap gap-1">
            {missing.map((answer) => (
              <span key={answer.question} className="missing">
                {answer.title}: not in the mail
              </span>
            ))}
          </p>
        )}
      </section>
      {page.may.edit || page.may.take ? (
        <section aria-label="What you can do">
          <h3 className="mb-2">{page.owner === null ? 'Give it an owner' : 'Who carries it'}</h3>
          <div className="grid gap-1.5">
            {page.may.answerClock ? (
              <>
                <button type="button" className="button primary" onClick={() => carry.answerClock('start')}>
                  Start the clock <Caps keys="1" />
                </button>
                <button type="button" className="button" onClick={() => carry.answerClock('already-handled')}>
                  Already handled <Caps keys="2" />
                </button>
              </>
            ) : null}
            {page.may.take ? (
              <button
                type="button"
                className={`button ${page.may.answerClock ? '' : 'primary'}`}
                onClick={carry.take}
              >
                I’ll take it <Caps keys="c" />
              </button>
            ) : null}
            {page.may.edit ? (
              <button type="button" className="button" onClick={() => carry.open('owner')}>
                {page.owner === null ? 'Hand it to somebody' : 'Hand it to somebody else'} <Caps keys="h" />
              </button>
            ) : null}
            {page.may.decline ? (
              <button type="button" className="button" onClick={() => carry.open('decline')}>
                Not ours: decline it <Caps keys="x" />
              </button>
            ) : null}
          </div>
        </section>
      ) : null}
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
