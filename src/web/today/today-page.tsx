import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { BatonRow as Row } from '#contract/deal.js';
import type { Today } from '#contract/today.js';
import { BatonRow, opens } from '#web/baton/baton-row.jsx';
import { todayQuery, type Who } from '#web/door/queries.js';
import { AddMailButton } from '#web/intake/add-mail.jsx';
import { Caps } from '#web/key/caps.jsx';
import { type Order, release, useHold } from '#web/list/hold.js';
import { NewLine } from '#web/list/new-line.jsx';
import { useRows } from '#web/list/rows.js';
import { openKeys } from '#web/palette/open.js';
import { Head } from '#web/shell/head.jsx';
import { Shown } from '#web/shell/state.jsx';
import { useSpokenClocks } from '#web/today/spoken-clocks.js';
import '#web/today/today.css';

const FirstRun = lazy(async () => ({ default: (await import('#web/today/first-run.jsx')).FirstRun }));
const BatonPreview = lazy(async () => ({
  default: (await import('#web/today/baton-preview.jsx')).BatonPreview,
}));

const route = getRouteApi('/shell/');
const VIEWS: readonly { who: Who; name: string }[] = [
  { who: 'mine', name: 'Mine' },
  { who: 'everyone', name: 'Everyone' },
];

/** My batons: with nobody, with me, with others. */
export function TodayPage() {
  const { who = 'mine' } = route.useSearch();
  const today = useQuery(todayQuery(who));
  return (
    <Shown read={today}>
      {(answer) =>
        answer.firstRun ? (
          <Suspense>
            <FirstRun today={answer} />
          </Suspense>
        ) : (
          <Batons fresh={answer} who={who} />
        )
      }
    </Shown>
  );
}

function Batons({ fresh, who }: { fresh: Today; who: Who }) {
  const held = useHold(fresh, orderOf, `today ${who}`);
  const rows = new Map(fresh.groups.flatMap((group) => group.rows.map((row) => [row.deal, row])));
  const groups = held.shown.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => rows.get(row.deal) ?? row),
  }));
  const all = groups.flatMap((group) => group.rows);
  const [picked, setPicked] = useState<string | null>(null);
  const selected = all.find((row) => row.deal === picked) ?? all[0] ?? null;
  const navigate = useNavigate();
  useRows(
    all.map((row) => row.deal),
    picked,
    (deal) => {
      const row = rows.get(deal);
      if (row !== undefined) void navigate({ to: opens(row), params: { deal } });
    },
  );
  useSpokenClocks(all);
  return (
    <>
      <Head title={fresh.title} lead={fresh.lead}>
        <Views who={who} />
        <AddMailButton />
      </Head>
      <div className="columns today">
        <section className="min-w-0" aria-label="Batons">
          <NewLine words={held.words} take={release} />
          {groups.map((group) =>
            group.rows.length === 0 ? null : (
              <Group key={group.key} group={group} selected={selected} pick={setPicked} />
            ),
          )}
          {all.length === 0 ? <NoBaton who={who} /> : <KeyLine />}
        </section>
        {selected === null ? null : (
          <aside className="pane sunk preview desk-only" aria-label="Selected deal">
            <Suspense>
              <BatonPreview key={selected.deal} row={selected} />
            </Suspense>
          </aside>
        )}
      </div>
    </>
  );
}

function Views({ who }: { who: Who }) {
  return (
    <nav className="segments" aria-label="Whose batons">
      {VIEWS.map((view) => (
        <Link
          key={view.who}
          to="/"
          search={view.who === 'mine' ? {} : { who: view.who }}
          aria-current={view.who === who ? 'true' : undefined}
          activeOptions={{ exact: true }}
        >
          {view.name}
        </Link>
      ))}
    </nav>
  );
}

type Grouped = { key: string; name: string; gloss: string; rows: Row[] };

function Group({
  group,
  selected,
  pick,
}: {
  group: Grouped;
  selected: Row | null;
  pick: (deal: string) => void;
}) {
  return (
    <>
      <h2 className={`group-head ${group.key === 'nobody' || group.key === 'track' ? 'silent' : ''}`}>
        {group.name} <span className="small">{group.gloss}</span>
      </h2>
      <ul>
        {group.rows.map((row) => (
          <li key={row.deal}>
            <BatonRow row={row} selected={row.deal === selected?.deal} select={() => pick(row.deal)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function NoBaton({ who }: { who: Who }) {
  return (
    <div className="px-[var(--gutter)] py-6">
      <p className="lead">Nothing here waits for anybody.</p>
      {who === 'everyone' ? null : (
        <p className="mt-3">
          <Link to="/" search={{ who: 'everyone' }} className="button">
            See everyone’s batons
          </Link>
        </p>
      )}
    </div>
  );
}

function KeyLine() {
  return (
    <p className="key-line">
      <span>
        <Caps keys="j k" /> move
      </span>
      <span>
        <Caps keys="enter" /> open
      </span>
      <span>
        <Caps keys="h" /> hand over
      </span>
      <span>
        <Caps keys="z" /> undo
      </span>
      <button type="button" onClick={openKeys}>
        <Caps keys="?" /> all keys
      </button>
    </p>
  );
}

function orderOf(today: Today): Order {
  return today.groups.map((group) => ({ group: group.key, ids: group.rows.map((row) => row.deal) }));
}
