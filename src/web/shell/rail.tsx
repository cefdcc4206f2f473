import { Link } from '@tanstack/react-router';
import type { Session } from '#contract/session.js';
import { useNow } from '#web/clock/tick.js';
import { Caps } from '#web/key/caps.jsx';
import { openPalette } from '#web/palette/open.js';
import { Brand } from '#web/shell/brand.jsx';
import { nowWords } from '#web/shell/now-words.js';

const PLACES = [
  { to: '/', name: 'Today', count: 'today' },
  { to: '/intake', name: 'Intake', count: 'intake' },
  { to: '/deals', name: 'Deals', count: 'deals' },
] as const;

/** The places that exist, and at the foot whose screen this is. */
export function Rail({ session }: { session: Session }) {
  return (
    <nav className="rail" aria-label="Main">
      <Brand />
      <button type="button" className="find" aria-label="Find or do" onClick={openPalette}>
        <span>Find or do</span>
        <Caps keys="mod+k" />
      </button>
      {PLACES.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className="place"
          activeOptions={{ exact: place.to === '/' }}
          data-initial={place.name[0]}
          title={place.name}
          activeProps={{ 'aria-current': 'page' }}
        >
          <span>{place.name}</span>
          <Count
            number={session.counts[place.count]}
            silent={place.to === '/' && session.counts.alarms > 0}
          />
        </Link>
      ))}
      <Foot session={session} />
    </nav>
  );
}

function Count({ number, silent }: { number: number; silent: boolean }) {
  if (number === 0) return null;
  return <span className={`count ${silent ? 'silent' : ''}`}>{number}</span>;
}

function Foot({ session }: { session: Session }) {
  const now = useNow(false);
  const what = [
    session.title ?? (session.company === null ? null : session.company),
    session.role === 'admin' ? 'admin' : null,
  ];
  return (
    <div className="foot">
      {session.warning === null ? null : <p className="warning">{session.warning}</p>}
      <div className="flex justify-between gap-2">
        <span className="person second strong">{session.person.name}</span>
        <Link to="/settings" activeProps={{ 'aria-current': 'page' }}>
          Settings
        </Link>
      </div>
      <div className="person">{what.filter((part) => part !== null).join(', ')}</div>
      <div className="person number mt-1.5">{nowWords(now, session.zone, session.nowWords)}</div>
    </div>
  );
}
