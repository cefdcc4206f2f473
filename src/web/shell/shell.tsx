import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { DemoLine } from '#web/demo/demo-line.jsx';
import { useChanges } from '#web/door/changes.js';
import { sessionQuery } from '#web/door/queries.js';
import { Refused } from '#web/door/refused.js';
import { DropAnywhere } from '#web/intake/drop-anywhere.jsx';
import { action, move, useActions } from '#web/key/action.js';
import { useKeyboard } from '#web/key/keyboard.js';
import { openKeys, openPalette, useOpen } from '#web/palette/open.js';
import { OfflineLine } from '#web/shell/offline-line.jsx';
import { Rail } from '#web/shell/rail.jsx';
import { useSaid } from '#web/shell/say.js';
import { Failed, Loading } from '#web/shell/state.jsx';
import { Tabs } from '#web/shell/tabs.jsx';
import { chooseTheme } from '#web/shell/theme.js';
import { UndoLine } from '#web/undo/undo-line.jsx';

const Palette = lazy(async () => ({ default: (await import('#web/palette/palette.jsx')).Palette }));
const KeyList = lazy(async () => ({ default: (await import('#web/palette/key-list.jsx')).KeyList }));

/** The frame of every page for somebody who is signed in. */
export function Shell() {
  const session = useQuery(sessionQuery);
  useKeyboard(session.data?.singleKeys ?? false);
  if (session.error instanceof Refused && session.error.problem.status === 401)
    return <Navigate to="/sign-in" search={onwardHere()} replace />;
  if (session.isError && session.data === undefined) {
    return (
      <main id="main">
        <Failed error={session.error} again={() => void session.refetch()} />
      </main>
    );
  }
  if (session.data === undefined) return <Loading />;
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <div className="app">
        <Rail session={session.data} />
        <main id="main" tabIndex={-1}>
          <Places />
          <DemoLine />
          <OfflineLine />
          {session.data.warning === null ? null : <p className="notice warning">{session.data.warning}</p>}
          <Outlet />
        </main>
      </div>
      <Tabs />
      <DropAnywhere />
      <UndoLine />
      <Dialogs />
      <Spoken />
    </>
  );
}

function Places() {
  const navigate = useNavigate();
  useChanges();
  useActions('Go to', [
    action('g t', 'Today', () => void navigate({ to: '/' })),
    action('g i', 'Intake', () => void navigate({ to: '/intake' })),
    action('g o', 'Outbox', () => void navigate({ to: '/outbox' })),
    action('g d', 'Deals', () => void navigate({ to: '/deals' })),
    action(null, 'Settings', () => void navigate({ to: '/settings' })),
    action(null, 'Settings, mail and keys', () => void navigate({ to: '/settings/mail' })),
    action(null, 'Set-up', () => void navigate({ to: '/set-up' })),
  ]);
  useActions('Anywhere', [
    move('mod+k', 'Find or do', openPalette),
    action('?', 'Show all keys', openKeys),
    action(null, 'Draw it dark', () => chooseTheme('dark')),
    action(null, 'Draw it light', () => chooseTheme('light')),
    action(null, 'Draw it as the system does', () => chooseTheme(null)),
  ]);
  return null;
}

function Dialogs() {
  const open = useOpen();
  return (
    <Suspense>
      {open === 'palette' ? <Palette /> : null}
      {open === 'keys' ? <KeyList /> : null}
    </Suspense>
  );
}

function Spoken() {
  const said = useSaid();
  return (
    <>
      <div className="hidden-words" role="status">
        {said.refused ? '' : said.words}
      </div>
      <div className="hidden-words" role="alert">
        {said.refused ? said.words : ''}
      </div>
    </>
  );
}

/** Where a person wanted to go before they were asked to sign in. */
function onwardHere(): { onward?: string } {
  const here = location.pathname + location.search;
  return here === '/' ? {} : { onward: here };
}
