import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { HandoffPage, DealPage as Page } from '#contract/deal.js';
import { BatonBar } from '#web/baton/baton-bar.jsx';
import { BriefSummary } from '#web/deal/brief-summary.jsx';
import { ENDING_WORDS } from '#web/deal/close-dialog.jsx';
import { DealTabs } from '#web/deal/deal-tabs.jsx';
import { useNext } from '#web/deal/next.jsx';
import { People } from '#web/deal/people.jsx';
import { RecordPane } from '#web/deal/record-pane.jsx';
import { dealQuery, handoffQuery } from '#web/door/queries.js';
import { useCarry } from '#web/handoff/carry.jsx';
import { Deeds } from '#web/handoff/deeds.jsx';
import { DealLanes } from '#web/lanes/deal-lanes.jsx';
import { firstName } from '#web/person/person.jsx';
import { Head } from '#web/shell/head.jsx';
import { Shown } from '#web/shell/state.jsx';
import '#web/deal/deal.css';

const route = getRouteApi('/shell/deals/$deal');

/** Everything about one deal: who has the baton, what has passed, and who is on it. */
export function DealPage() {
  const { deal } = route.useParams();
  const page = useQuery(dealQuery(deal));
  const handoff = useQuery(handoffQuery(deal));
  return (
    <Shown read={page}>
      {(answer) => (
        <>
          <Head title={answer.name} crumb={answer.crumb}>
            <DealTabs deal={answer.deal} here="deal" />
          </Head>
          {handoff.data === undefined ? (
            <BatonBar baton={answer.baton} />
          ) : (
            <Bar page={answer} handoff={handoff.data} />
          )}
          <DealLanes lanes={answer.lanes} people={namesOf(answer)} />
          <div className="columns deal">
            <RecordPane page={answer} />
            {handoff.data === undefined ? null : <BriefSummary page={handoff.data} />}
            <section className="pane" aria-label="People">
              <h2 className="mb-1.5">People</h2>
              <People groups={answer.people} />
              <p className="small mt-4">
                Somebody stands on the wrong side?{' '}
                <Link to="/deals/$deal/handoff" params={{ deal: answer.deal }}>
                  Put it right on the handoff
                </Link>
              </p>
            </section>
          </div>
        </>
      )}
    </Shown>
  );
}

function Bar({ page, handoff }: { page: Page; handoff: HandoffPage }) {
  const carry = useCarry(handoff, page.name);
  const next = useNext(page);
  return (
    <>
      <BatonBar baton={page.baton} rests={page.state === 'closed' || page.state === 'declined'}>
        <Deeds page={handoff} carry={carry} />
        {next.buttons}
      </BatonBar>
      {page.ended === null ? null : <HowItEnded ended={page.ended} />}
      {carry.dialog}
      {next.dialog}
    </>
  );
}

/** The reason stands where the baton was, so that nobody has to look for it in the record. */
function HowItEnded({ ended }: { ended: NonNullable<Page['ended']> }) {
  return (
    <p className="second px-(--gutter) py-2">
      {ENDING_WORDS[ended.as]}
      {ended.why === null ? '.' : `: ${ended.why}`}
      {ended.friction === null ? '' : ` It died in the handoff: ${ended.friction.toLowerCase()}.`}
    </p>
  );
}

/** "Dana +2": who stands in each lane. */
function namesOf(page: Page): Record<'host' | 'partner' | 'buyer', string> {
  const words = (side: 'host' | 'partner' | 'buyer') => {
    const people = page.people.filter((group) => group.side === side).flatMap((group) => group.people);
    const [first] = people;
    if (first === undefined) return 'nobody yet';
    return people.length === 1 ? firstName(first) : `${firstName(first)} +${people.length - 1}`;
  };
  return { host: words('host'), partner: words('partner'), buyer: words('buyer') };
}
