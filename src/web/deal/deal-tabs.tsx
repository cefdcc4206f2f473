import { Link } from '@tanstack/react-router';

/** The two pages about one deal. */
export function DealTabs({ deal, here }: { deal: string; here: 'handoff' | 'deal' }) {
  return (
    <nav className="segments" aria-label="Pages of this deal">
      <Link
        to="/deals/$deal/handoff"
        params={{ deal }}
        activeOptions={{ exact: true }}
        aria-current={here === 'handoff' ? 'page' : undefined}
      >
        Handoff
      </Link>
      <Link
        to="/deals/$deal"
        params={{ deal }}
        activeOptions={{ exact: true }}
        aria-current={here === 'deal' ? 'page' : undefined}
      >
        Deal
      </Link>
    </nav>
  );
}
