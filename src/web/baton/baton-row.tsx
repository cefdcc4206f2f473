import { Link } from '@tanstack/react-router';
import type { BatonRow as Row } from '#contract/deal.js';
import { Clock } from '#web/clock/clock.jsx';
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
        <div className="what cut">{baton.what === '' ? 'The baton is on the track' : baton.what}</div>
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
        {baton.holder === null ? (
          <Nobody />
        ) : (
          <Who person={baton.isYou ? { ...baton.holder, name: 'You' } : baton.holder} words={null} />
        )}
      </div>
      <div className="clock-cell">
        <Clock clock={baton.clock} inRow />
      </div>
    </Link>
  );
}

/** Until the first action the handoff is where the work is; after it, the deal. */
export function opens(row: Pick<Row, 'baton'>): Page {
  return row.baton.clock.state === 'none' ? '/deals/$deal' : '/deals/$deal/handoff';
}

function LanguageTag({ lang }: { lang: string | null }) {
  return lang === null || lang.startsWith('en') ? null : <span className="tag tiny">{lang}</span>;
}
