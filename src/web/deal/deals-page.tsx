import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Deals } from '#contract/deal.js';
import { BatonRow, isOver } from '#web/baton/baton-row.jsx';
import { dealsQuery } from '#web/door/queries.js';
import { AddMailButton } from '#web/intake/add-mail.jsx';
import { type Order, release, useHold } from '#web/list/hold.js';
import { NewLine } from '#web/list/new-line.jsx';
import { useRows } from '#web/list/rows.js';
import { Head } from '#web/shell/head.jsx';
import { Shown } from '#web/shell/state.jsx';

const GROUPS = [
  { key: 'live', name: 'Live' },
  { key: 'over', name: 'Declined and closed' },
] as const;

/** Every deal, live ones first. */
export function DealsPage() {
  const deals = useQuery(dealsQuery);
  return <Shown read={deals}>{(answer) => <AllDeals fresh={answer} />}</Shown>;
}

function AllDeals({ fresh }: { fresh: Deals }) {
  const held = useHold(fresh, orderOf, 'deals');
  const [picked, setPicked] = useState<string | null>(null);
  const navigate = useNavigate();
  const now = new Map(fresh.rows.map((row) => [row.deal, row]));
  const rows = held.shown.rows.map((row) => now.get(row.deal) ?? row);
  const groups = GROUPS.map((group) => ({
    ...group,
    rows: rows.filter((row) => shelfOf(row) === group.key),
  }));
  useRows(
    groups.flatMap((group) => group.rows.map((row) => row.deal)),
    picked,
    (deal) => void navigate({ to: '/deals/$deal', params: { deal } }),
  );
  return (
    <>
      <Head title="Deals" lead={fresh.lead}>
        <AddMailButton />
      </Head>
      <section className="ruled" aria-label="Deals">
        <NewLine words={held.words} take={release} />
        {groups.map((group) =>
          group.rows.length === 0 ? null : (
            <div key={group.key}>
              <h2 className="group-head">{group.name}</h2>
              <ul>
                {group.rows.map((row) => (
                  <li key={row.deal}>
                    <BatonRow
                      row={row}
                      selected={row.deal === picked}
                      select={() => setPicked(row.deal)}
                      always="/deals/$deal"
                    />
                  </li>
                ))}
              </ul>
            </div>
          ),
        )}
        {rows.length === 0 ? (
          <p className="lead px-[var(--gutter)] py-6">
            No deal yet. The first intro that is taken makes one.
          </p>
        ) : null}
      </section>
    </>
  );
}

function shelfOf(row: Deals['rows'][number]): 'live' | 'over' {
  return isOver(row) ? 'over' : 'live';
}

function orderOf(deals: Deals): Order {
  return GROUPS.map(({ key }) => ({
    group: key,
    ids: deals.rows.filter((row) => shelfOf(row) === key).map((row) => row.deal),
  }));
}
