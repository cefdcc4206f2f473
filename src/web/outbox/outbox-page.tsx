import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { LetterShown, OutboxPage as Outbox } from '#contract/letter.js';
import { outboxQuery } from '#web/door/queries.js';
import { useRows } from '#web/list/rows.js';
import { LetterPreview } from '#web/outbox/letter-preview.jsx';
import { LetterRow } from '#web/outbox/letter-row.jsx';
import { Head } from '#web/shell/head.jsx';
import { Shown } from '#web/shell/state.jsx';
import '#web/outbox/outbox.css';

const route = getRouteApi('/shell/outbox');

/** Mails of ours: what goes, failed, waits and went, and who let each out. */
export function OutboxPage() {
  const outbox = useQuery(outboxQuery);
  return <Shown read={outbox}>{(answer) => <Letters outbox={answer} />}</Shown>;
}

function Letters({ outbox }: { outbox: Outbox }) {
  const { letter: picked = null } = route.useSearch();
  const navigate = useNavigate();
  const letters = outbox.groups.flatMap((group) => group.rows);
  const selected = useSelected(letters, picked);
  const pick = (letter: string) => void navigate({ to: '/outbox', search: { letter }, replace: true });
  const open = (id: string) => {
    const deal = letters.find(({ letter }) => letter === id)?.deal;
    if (deal !== undefined) void navigate({ to: '/deals/$deal', params: { deal } });
  };
  useRows(
    letters.map(({ letter }) => letter),
    selected?.letter ?? null,
    open,
  );
  const crumb = (
    <>
      <Link to="/intake" className="link">
        Intake
      </Link>{' '}
      · Outbox
    </>
  );
  return (
    <>
      <Head title={outbox.title} crumb={crumb} lead={outbox.lead} />
      <div className={`columns outbox ${picked === null ? '' : 'one-picked'}`}>
        <section className="letters min-w-0" aria-label="Outbox">
          {outbox.groups.map((group) => (
            <Group key={group.key} group={group} selected={selected?.letter ?? null} pick={pick} />
          ))}
          {letters.length === 0 ? <Empty /> : null}
        </section>
        {selected === null ? null : <LetterPreview key={selected.letter} letter={selected} />}
      </div>
    </>
  );
}

/**
 * The mail that was picked; else the one that stood first when the page came. It stays the selected one while
 * others come and go, so that a key never falls on a mail that has just moved up.
 */
function useSelected(letters: readonly LetterShown[], picked: string | null): LetterShown | null {
  const kept = useRef<string | null>(null);
  const found = (id: string | null) => letters.find(({ letter }) => letter === id);
  const selected = found(picked) ?? found(kept.current) ?? letters[0] ?? null;
  kept.current = selected?.letter ?? null;
  return selected;
}

type GroupProps = {
  group: Outbox['groups'][number];
  selected: string | null;
  pick: (letter: string) => void;
};

function Group({ group, selected, pick }: GroupProps) {
  return (
    <>
      <h2 className={`group-head ${group.key === 'failed' ? 'silent' : ''}`}>
        {group.name} <span className="small">{group.gloss}</span>
      </h2>
      <ul>
        {group.rows.map((row) => (
          <li key={row.letter}>
            <LetterRow letter={row} selected={row.letter === selected} pick={() => pick(row.letter)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Empty() {
  return (
    <div className="px-[var(--gutter)] py-6">
      <p className="second">
        A mail to a buyer begins on its deal, and a person lets it out. It can be held for ten seconds here.
      </p>
      <p className="mt-3">
        <Link to="/deals" className="button">
          Go to Deals
        </Link>
      </p>
    </div>
  );
}
