import { Link } from '@tanstack/react-router';

/** The two pages of settings. */
export function SettingsTabs({ here }: { here: 'company' | 'mail' }) {
  return (
    <nav className="segments" aria-label="Pages of the settings">
      <Link
        to="/settings"
        activeOptions={{ exact: true }}
        aria-current={here === 'company' ? 'page' : undefined}
      >
        Company
      </Link>
      <Link
        to="/settings/mail"
        activeOptions={{ exact: true }}
        aria-current={here === 'mail' ? 'page' : undefined}
      >
        Mail and keys
      </Link>
    </nav>
  );
}
