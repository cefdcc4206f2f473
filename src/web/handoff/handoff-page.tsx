import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { HandoffPage as Page } from '#contract/deal.js';
import type { PersonShown } from '#contract/words.js';
import { BatonBar } from '#web/baton/baton-bar.jsx';
import { DealTabs } from '#web/deal/deal-tabs.jsx';
import { handoffQuery } from '#web/door/queries.js';
import { FollowUpPane } from '#web/follow-up/follow-up-pane.jsx';
import { Brief } from '#web/handoff/brief.jsx';
import { useCarry } from '#web/handoff/carry.jsx';
import { CarryPane, SaidWithIt } from '#web/handoff/carry-pane.jsx';
import { Deeds } from '#web/handoff/deeds.jsx';
import { useEvidenceKeys } from '#web/handoff/evidence-keys.js';
import { MailPane } from '#web/handoff/mail-pane.jsx';
import { SideChoice } from '#web/handoff/side-choice.jsx';
import { Head } from '#web/shell/head.jsx';
import { Shown } from '#web/shell/state.jsx';
import '#web/handoff/handoff.css';

const route = getRouteApi('/shell/deals/$deal/handoff');

/** From a partner's mail to an owner and a clock: the brief, the mail it rests on, and who carries it. */
export function HandoffPage() {
  const { deal } = route.useParams();
  const handoff = useQuery(handoffQuery(deal));
  return <Shown read={handoff}>{(page) => <Handoff key={page.deal} page={page} />}</Shown>;
}

function Handoff({ page }: { page: Page }) {
  const carry = useCarry(page, page.name);
  const [lit, setLit] = useState<number | null>(null);
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState('');
  const [misplaced, setMisplaced] = useState<PersonShown | null>(null);
  useEvidenceKeys(setLit);
  const people = { fix: page.may.edit ? setMisplaced : null };
  return (
    <>
      <Head title={page.name} crumb={page.crumb}>
        <DealTabs deal={page.deal} here="handoff" />
        <span className="small ml-2">{page.summary}</span>
      </Head>
      <BatonBar baton={page.baton}>
        <Deeds page={page} carry={carry} />
      </BatonBar>
      {page.state === 'declined' ? <Declined page={page} /> : null}
      <nav className="segments phone-only mx-4 mt-3 flex" aria-label="On this page">
        <a className="flex-1 text-center" href="#brief">
          Brief
        </a>
        <a className="flex-1 text-center" href="#follow-up">
          Follow-up
        </a>
        <a className="flex-1 text-center" href="#mail">
          Mail
        </a>
      </nav>
      <div className="columns handoff">
        <Brief page={page} lit={lit} light={setLit} people={people} picked={picked} pick={setPicking} />
        <MailPane
          mail={page.mail}
          lit={lit}
          light={setLit}
          picking={picking}
          picked={setPicked}
          people={people}
        />
        <div className="pane beside">
          <CarryPane page={page} carry={carry} />
          {page.state === 'declined' ? null : <FollowUpPane deal={page.deal} lit={lit} light={setLit} />}
          <SaidWithIt page={page} carry={carry} light={setLit} />
        </div>
      </div>
      {carry.dialog}
      {misplaced === null ? null : (
        <SideChoice page={page} person={misplaced} close={() => setMisplaced(null)} />
      )}
    </>
  );
}

function Declined({ page }: { page: Page }) {
  return (
    <p className="notice">
      <span>
        <b className="strong">Declined.</b> {page.declinedBecause ?? 'No reason was kept.'}
      </span>
    </p>
  );
}
