import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HandoffPage } from '#contract/deal.js';
import type { QuoteShown } from '#contract/words.js';
import { partnerCalled } from '#domain/buyer.js';
import { EvidenceNumber, Quote } from '#web/evidence/quote.jsx';
import type { Carry, Question } from '#web/handoff/carry.jsx';
import { Caps } from '#web/key/caps.jsx';
import { firstName, Nobody, SideMark, Who } from '#web/person/person.jsx';

/** Who carries the handoff: owner, backup, the partner's role. */
export function CarryPane({ page, carry }: { page: HandoffPage; carry: Carry }) {
  return (
    <section id="carry" aria-label="Who carries it">
      <div className="flex items-center justify-between">
        <h2>Who carries it</h2>
        <span className="tag">{page.motion === 'unclear' ? 'motion not said' : page.motion}</span>
      </div>
      <dl className="carry">
        <Row name="Owner" keys="o" question="owner" page={page} carry={carry}>
          {page.owner === null ? <Nobody /> : <Who person={page.owner} words={page.ownerWhy} />}
          {page.owner === null && page.ownerWhy !== '' ? <div className="small">{page.ownerWhy}</div> : null}
        </Row>
        <Row name="Backup" keys="b" question="backup" page={page} carry={carry}>
          {page.backup === null ? (
            <span className="missing">nobody stands behind</span>
          ) : (
            <Who person={page.backup} words={page.backupWords} />
          )}
        </Row>
        <Row name="Role" keys="p" question="role" page={page} carry={carry}>
          {page.roles.length === 0 ? <span className="missing">no role offered yet</span> : null}
          {page.roles.map((role) => (
            <div key={role.person.email ?? role.person.name}>
              <SideMark side={role.person.side} />
              {firstName(role.person)}: {role.words}
            </div>
          ))}
        </Row>
      </dl>
      {page.partnerKnown ? null : page.mail.lookAlike !== null ? (
        <p className="note plain">
          Who introduces this is not known: the sender’s domain is not your partner’s. Where you know them by
          another way, put them on a side <Caps keys="w" />.
        </p>
      ) : (
        <p className="note plain">
          {partnerCalled(page.partnerName)} is not among your partners.{' '}
          <Link to="/settings">Add it in Settings</Link>, so that its mails count as the partner’s and a rule
          can say whom they reach.
        </p>
      )}
    </section>
  );
}

/** What was asked and promised with the intro, and the way to say that it is not ours. */
export function SaidWithIt({
  page,
  carry,
  light,
}: {
  page: HandoffPage;
  carry: Carry;
  light: (number: number | null) => void;
}) {
  return (
    <>
      <Said
        title="Asked with the intro"
        quotes={page.asks.map((ask) => ({ ...ask, who: `of ${ask.of}`, due: ask.dueWords }))}
        light={light}
      />
      <Said
        title="Promised in it"
        quotes={page.promises.map((promise) => ({
          ...promise,
          who: `by ${promise.by}`,
          due: promise.dueWords,
        }))}
        light={light}
      />
      {page.may.decline ? (
        <p className="ruled mt-4 pt-3">
          <button type="button" className="button" onClick={() => carry.open('decline')}>
            Not ours: decline it <Caps keys="x" />
          </button>
        </p>
      ) : null}
    </>
  );
}

function Row({
  name,
  keys,
  question,
  page,
  carry,
  children,
}: {
  name: string;
  keys: string;
  question: Question;
  page: HandoffPage;
  carry: Carry;
  children: ReactNode;
}) {
  return (
    <>
      <dt className="third">{name}</dt>
      <dd>{children}</dd>
      <dd>
        {page.may.edit ? (
          <button
            type="button"
            className="link"
            onClick={() => carry.open(question)}
            aria-label={`Change: ${name}`}
          >
            <Caps keys={keys} />
            <span className="touch-only">Change</span>
          </button>
        ) : null}
      </dd>
    </>
  );
}

type SaidQuote = QuoteShown & { readonly who: string; readonly due: string | null };

function Said({
  title,
  quotes,
  light,
}: {
  title: string;
  quotes: readonly SaidQuote[];
  light: (number: number | null) => void;
}) {
  if (quotes.length === 0) return null;
  return (
    <section className="ruled mt-4 pt-3" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {quotes.map((quote) => (
          <li
            key={quote.start}
            className="mt-2"
            onPointerEnter={() => light(quote.mark)}
            onPointerLeave={() => light(null)}
          >
            <Quote quote={quote} />
            {quote.mark === null ? null : <EvidenceNumber number={quote.mark} href={`#mark-${quote.mark}`} />}
            <div className="small">{quote.due === null ? quote.who : `${quote.who}, ${quote.due}`}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
