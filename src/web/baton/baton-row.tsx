import { Link } from '@tanstack/react-router';
import type { BatonRow as Row } from '#contract/deal.js';
import type { LanesShown } from '#contract/words.js';
import { silenceWords } from '#domain/lanes/duration.js';
import { Clock } from '#web/clock/clock.jsx';
import { dueWords } from '#web/clock/clock-words.js';
import { Quote } from '#web/evidence/quote.jsx';
import { RowLanes } from '#web/lanes/row-lanes.jsx';
import { Nobody, Who } from '#web/person/person.jsx';

type Page = '/deals/$deal/handoff' | '/deals/$deal';

export type BatonRowProps = {
  row: Row;
  selected: boolean;
  select: () => void;
  /** The page that the row opens, whatever state it is in. With it, a first click opens: there is no preview. */
  always?: Page | null;
};

/** One deal in a list: its lanes, what is next and the words for it, who has it, and how long it has. */
export function BatonRow({ row, selected, select, always = null }: BatonRowProps) {
  const { baton } = row;
  return (
    <Link
      to={always ?? opens(row)}
      params={{ deal: row.deal }}
      className="list-row baton-row"
      data-row={row.deal}
      aria-current={selected ? 'true' : undefined}
      onFocus={select}
      onClick={(event) => {
        // Beside its preview a first click looks; the second opens. On a phone there is no preview.
        if (
          always === null &&
          !selected &&
          matchMedia('(min-width: 1100px)').matches &&
          !event.metaKey &&
          !event.ctrlKey
        ) {
          event.preventDefault();
          select();
        }
      }}
    >
      <div className="lanes-cell">
        <RowLanes lanes={baton.lanes} />
      </div>
      <div className="text-cell min-w-0">
        <div className="what cut">{whatOf(row)}</div>
        {baton.quote === null ? null : (
          <div className="cut">
            <Quote quote={baton.quote} quiet /> <LanguageTag lang={baton.quote.lang} />
          </div>
        )}
      </div>
      <div className="deal-cell min-w-0">
        <div className="cut">{row.name}</div>
        <div className="small cut">with {row.partnerName}</div>
      </div>
      <div className="owner-cell cut">
        <Holder row={row} />
      </div>
      <div className="clock-cell">
        <Waiting row={row} />
      </div>
    </Link>
  );
}

/** Until the first action the handoff is where the work is; after it, the deal. */
export function opens(row: Pick<Row, 'baton'>): Page {
  return row.baton.clock.state === 'none' ? '/deals/$deal' : '/deals/$deal/handoff';
}

function Holder({ row }: { row: Row }) {
  const { holder, isYou } = row.baton;
  // A deal that is over has no baton: nobody is no alarm there.
  if (isOver(row)) return <span className="third">{row.state}</span>;
  if (holder === null) return <Nobody />;
  return <Who person={isYou ? { ...holder, name: 'You' } : holder} words={null} />;
}

function Waiting({ row }: { row: Row }) {
  const { clock, lanes } = row.baton;
  if (isOver(row)) return null;
  return clock.state === 'none' ? <Quiet lanes={lanes} /> : <Clock clock={clock} inRow />;
}

/** Declined or closed: the deal is kept and no baton is in it. */
export function isOver(row: Pick<Row, 'state'>): boolean {
  return row.state === 'declined' || row.state === 'closed';
}

/** Where no clock runs, how long it has been silent counts, and when the next step is due. */
function Quiet({ lanes }: { lanes: LanesShown }) {
  const due = lanes.steps[0]?.dueAt ?? null;
  return (
    <div className={`clock ${lanes.alarmed ? 'silent' : ''}`}>
      {silenceWords(lanes, true) ?? 'just now'}
      <small>{due === null ? 'no day yet' : dueWords(due, lanes.zone, Date.parse(lanes.now))}</small>
    </div>
  );
}

function whatOf(row: Row): string {
  if (row.baton.what !== '') return row.baton.what;
  return isOver(row) ? 'Nothing is owed' : 'The baton is on the track';
}

function LanguageTag({ lang }: { lang: string | null }) {
  return lang === null || lang.startsWith('en') ? null : <span className="tag tiny">{lang}</span>;
}
