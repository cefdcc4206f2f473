import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Intake, ArrivalRow as Row } from '#contract/arrival.js';
import { intakeQuery } from '#web/door/queries.js';
import { AddMailButton } from '#web/intake/add-mail.jsx';
import { ArrivalPreview } from '#web/intake/arrival-preview.jsx';
import { ArrivalRow } from '#web/intake/arrival-row.jsx';
import { type Order, release, useHold } from '#web/list/hold.js';
import { NewLine } from '#web/list/new-line.jsx';
import { useRows } from '#web/list/rows.js';
import { Head } from '#web/shell/head.jsx';
import { Shown } from '#web/shell/state.jsx';
import '#web/intake/intake.css';

const route = getRouteApi('/shell/intake');

const GROUPS = [
  { key: 'needs-you', name: 'Needs you', gloss: 'nothing goes out until you decide' },
  { key: 'taken', name: 'Taken', gloss: '' },
  { key: 'not-taken', name: 'Not taken', gloss: 'kept, and one key away' },
] as const;

type Group = (typeof GROUPS)[number]['key'];

/** Everything that came, with the reason it was or was not taken. */
export function IntakePage() {
  const intake = useQuery(intakeQuery);
  return <Shown read={intake}>{(answer) => <Arrivals fresh={answer} />}</Shown>;
}

function Arrivals({ fresh }: { fresh: Intake }) {
  const { show, arrival = null } = route.useSearch();
  const navigate = useNavigate();
  const held = useHold(fresh, orderOf, 'intake');
  const now = new Map(fresh.rows.map((row) => [row.arrival, row]));
  const places = new Map(held.shown.rows.map((row) => [row.arrival, row.group]));
  const rows = held.shown.rows.map((row) => now.get(row.arrival) ?? row);
  const groups = GROUPS.filter((group) => show === undefined || show === group.key).map((group) => ({
    ...group,
    rows: rows.filter((row) => places.get(row.arrival) === group.key),
  }));
  const shown = groups.flatMap((group) => group.rows);
  const selected = arrival ?? shown[0]?.arrival ?? null;
  const pick = (id: string) =>
    void navigate({ to: '/intake', search: (before) => ({ ...before, arrival: id }), replace: true });
  const open = (id: string) => {
    const deal = now.get(id)?.deal;
    if (deal != null) void navigate({ to: '/deals/$deal/handoff', params: { deal } });
  };
  useRows(
    shown.map((row) => row.arrival),
    selected,
    open,
  );
  return (
    <>
      <Head title="Intake" lead={fresh.lead}>
        <Shelves intake={fresh} show={show ?? null} />
        <Link to="/outbox" className="button">
          Outbox
        </Link>
        <AddMailButton />
      </Head>
      <div className={`columns intake ${arrival === null ? '' : 'one-picked'}`}>
        <section className="arrivals min-w-0" aria-label="Arrivals">
          <NewLine words={held.words} take={release} />
          {groups.map((group) =>
            group.rows.length === 0 ? null : (
              <Shelf key={group.key} group={group} selected={selected} pick={pick} />
            ),
          )}
          {shown.length === 0 ? <Empty intake={fresh} show={show ?? null} /> : null}
        </section>
        {selected === null ? null : <ArrivalPreview key={selected} arrival={selected} />}
      </div>
    </>
  );
}

function Shelves({ intake, show }: { intake: Intake; show: Group | null }) {
  const { counts } = intake;
  const shelves = [
    { key: null, name: 'All' },
    { key: 'needs-you', name: counts.needsYou === 0 ? 'Needs you' : `Needs you ${counts.needsYou}` },
    { key: 'taken', name: 'Taken' },
    { key: 'not-taken', name: 'Not taken' },
  ] as const;
  return (
    <nav className="segments" aria-label="Which arrivals">
      {shelves.map((shelf) => (
        <Link
          key={shelf.name}
          to="/intake"
          search={shelf.key === null ? {} : { show: shelf.key }}
          activeOptions={{ exact: true }}
          aria-current={shelf.key === show ? 'true' : undefined}
        >
          {shelf.name}
        </Link>
      ))}
    </nav>
  );
}

type Shelved = { key: string; name: string; gloss: string; rows: Row[] };

function Shelf({
  group,
  selected,
  pick,
}: {
  group: Shelved;
  selected: string | null;
  pick: (id: string) => void;
}) {
  return (
    <>
      <h2 className="group-head">
        {group.name} <span className="small">{group.gloss}</span>
      </h2>
      <ul>
        {group.rows.map((row) => (
          <li key={row.arrival}>
            <ArrivalRow row={row} selected={row.arrival === selected} pick={() => pick(row.arrival)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Empty({ intake, show }: { intake: Intake; show: Group | null }) {
  return (
    <div className="px-[var(--gutter)] py-6">
      <p className="lead">{show === null ? 'Nothing has come yet.' : 'Nothing stands here.'}</p>
      {intake.address === null ? null : (
        <p className="second mt-1">
          Forward an intro to <span className="mono">{intake.address}</span>, or drop it on this page.
        </p>
      )}
    </div>
  );
}

function orderOf(intake: Intake): Order {
  return GROUPS.map(({ key }) => ({
    group: key,
    ids: intake.rows.filter((row) => row.group === key).map((row) => row.arrival),
  }));
}
