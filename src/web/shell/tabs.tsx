import { Link } from '@tanstack/react-router';
import { openPalette } from '#web/palette/open.js';

/** The phone's way round: the places at the thumb. */
export function Tabs() {
  const current = { 'aria-current': 'page' } as const;
  return (
    <nav className="tabs" aria-label="Places">
      <Link to="/" activeOptions={{ exact: true }} activeProps={current}>
        Today
      </Link>
      <Link to="/intake" activeProps={current}>
        Intake
      </Link>
      <Link to="/deals" activeProps={current}>
        Deals
      </Link>
      <button type="button" onClick={openPalette}>
        Find
      </button>
      <Link to="/settings" activeProps={current}>
        Settings
      </Link>
    </nav>
  );
}
