import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { ArrivalPage } from '#contract/arrival.js';
import { arrivalQuery } from '#web/door/queries.js';
import { Quote } from '#web/evidence/quote.jsx';
import { LookAlike } from '#web/intake/look-alike.jsx';
import { action, useActions } from '#web/key/action.js';
import { Caps } from '#web/key/caps.jsx';
import { firstName, SideMark } from '#web/person/person.jsx';
import { Shown } from '#web/shell/state.jsx';
import { useDo } from '#web/undo/do.js';

const MailDialog = lazy(async () => ({ default: (await import('#web/intake/mail-dialog.jsx')).MailDialog }));

/** Why an arrival was taken or not, who is in it, and what may be done with it. On a phone a page of its own. */
export function ArrivalPreview({ arrival }: { arrival: string }) {
  const page = useQuery(arrivalQuery(arrival));
  return (
    <aside className="pane arrival-preview" aria-label="Selected arrival">
      <p className="phone-only mb-2">
        <Link to="/intake" className="link">
          Back to Intake
        </Link>
      </p>
      <Shown read={page}>{(answer) => <Arrival page={answer} />}</Shown>
    </aside>
  );
}

function Arrival({ page }: { page: ArrivalPage }) {
  const deeds = useDeeds(page);
  return (
    <>
      <p className="small">Came {page.cameWords}</p>
      <h2 className="mt-0.5 mb-3 text-16">{page.title}</h2>
      {page.row.lookAlike === null ? null : <LookAlike found={page.row.lookAlike} />}
      {page.row.alarm === null ? null : <p className="note">{page.row.alarm}</p>}
      <dl className="reasons">
        {page.reasons.map((reason) => (
          <div key={reason.label} className="contents">
            <dt className="small">{reason.label}</dt>
            <dd>
              {reason.quotes.map((quote) => (
                <p key={quote.start}>
                  <Quote quote={quote} />
                </p>
              ))}
              {reason.words}
            </dd>
          </div>
        ))}
        {page.sides.length === 0 ? null : <Sides page={page} />}
      </dl>
      {furtherProblems(page).map((problem) => (
        <p key={problem.code} className="note plain">
          {problem.because} <span className="mono third">{problem.code}</span>
        </p>
      ))}
      <Kept page={page} />
      <div className="mt-4 flex flex-wrap gap-2">{deeds.buttons}</div>
      {deeds.mailOpen && page.mail !== null ? (
        <Suspense>
          <MailDialog mail={page.mail} close={deeds.closeMail} />
        </Suspense>
      ) : null}
    </>
  );
}

// What is said above in words of its own is not said again.
function furtherProblems({ problems, row }: ArrivalPage): ArrivalPage['problems'] {
  const said = [row.alarm, row.lookAlike?.words];
  return problems.filter((each) => !said.includes(each.because));
}

function Sides({ page }: { page: ArrivalPage }) {
  return (
    <>
      <dt className="small">Sides</dt>
      <dd>
        {page.sides.map(({ side, people }) => {
          const first = people[0];
          if (first === undefined) return null;
          return (
            <div key={`${side} ${first.company ?? ''}`}>
              <SideMark side={first.side} />
              {people.map(firstName).join(', ')} <span className="small">{sharedCompany(people)}</span>
            </div>
          );
        })}
      </dd>
    </>
  );
}

// People whose side is not known need have nothing in common.
function sharedCompany(people: ArrivalPage['sides'][number]['people']): string | null {
  const first = people[0]?.company ?? null;
  return people.every((each) => each.company === first) ? first : null;
}

function Kept({ page }: { page: ArrivalPage }) {
  const { sha256 } = page.kept;
  return (
    <div className="ruled mt-4 pt-3">
      <h3>Kept</h3>
      <p className="second mt-1">{page.kept.words}</p>
      <p className="mono third mt-1 text-11" title={sha256}>
        sha256 {sha256.slice(0, 4)} {sha256.slice(4, 8)} … {sha256.slice(-4)}
      </p>
    </div>
  );
}

function useDeeds(page: ArrivalPage) {
  const [mailOpen, setMailOpen] = useState(false);
  const deed = useDo();
  const navigate = useNavigate();
  const { row, may } = page;
  const goOn = (deal: string | null | undefined) => {
    if (deal != null) void navigate({ to: '/deals/$deal/handoff', params: { deal } });
  };
  const open = () => goOn(row.deal);
  const take = () =>
    deed.mutate({ path: `/arrivals/${row.arrival}/take` }, { onSuccess: (done) => goOn(done.deal) });
  const setAside = () => deed.mutate({ path: `/arrivals/${row.arrival}/set-aside`, body: {} });
  const see = () => setMailOpen(true);
  useActions('This arrival', [
    ...(may.takeAsIntro ? [action('c', 'Take it as an intro', take)] : []),
    ...(may.setAside ? [action('x', 'Set it aside: not an intro', setAside)] : []),
    ...(page.mail === null ? [] : [action('v', 'See the mail', see)]),
  ]);
  const buttons = (
    <>
      {may.openDeal ? (
        <button type="button" className="button primary" onClick={open}>
          Open handoff <Caps keys="enter" />
        </button>
      ) : null}
      {may.takeAsIntro ? (
        <button type="button" className={`button ${may.openDeal ? '' : 'primary'}`} onClick={take}>
          Take it as an intro <Caps keys="c" />
        </button>
      ) : null}
      {may.setAside ? (
        <button type="button" className="button" onClick={setAside}>
          Not an intro <Caps keys="x" />
        </button>
      ) : null}
      {page.mail === null ? null : (
        <button type="button" className="button" onClick={see}>
          See the mail <Caps keys="v" />
        </button>
      )}
      <a
        className="button text"
        href={`/api/v1/arrivals/${row.arrival}/source`}
        download={`${row.arrival}.eml`}
      >
        Download it as it came
      </a>
    </>
  );
  return { buttons, mailOpen, closeMail: () => setMailOpen(false) };
}
