import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { isDemo } from '#web/demo/is-demo.js';
import type { Who } from '#web/door/queries.js';
import { NotFound } from '#web/shell/not-found.jsx';
import { Shell } from '#web/shell/shell.jsx';
import { TodayPage } from '#web/today/today-page.jsx';

const root = createRootRoute({ notFoundComponent: NotFound });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const todayRoute = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: TodayPage,
  validateSearch: (search: { who?: unknown }): { who?: Who } =>
    search.who === 'everyone' ? { who: search.who } : {},
});

type Shelf = 'needs-you' | 'taken' | 'not-taken';
const SHELVES: readonly unknown[] = ['needs-you', 'taken', 'not-taken'];

const intakeRoute = createRoute({
  getParentRoute: () => shell,
  path: '/intake',
  component: lazyRouteComponent(() => import('#web/intake/intake-page.jsx'), 'IntakePage'),
  validateSearch: (search: { show?: unknown; arrival?: unknown }): { show?: Shelf; arrival?: string } => ({
    ...(SHELVES.includes(search.show) ? { show: search.show as Shelf } : {}),
    ...(typeof search.arrival === 'string' ? { arrival: search.arrival } : {}),
  }),
});

const outboxRoute = createRoute({
  getParentRoute: () => shell,
  path: '/outbox',
  component: lazyRouteComponent(() => import('#web/outbox/outbox-page.jsx'), 'OutboxPage'),
  validateSearch: (search: { letter?: unknown }): { letter?: string } =>
    typeof search.letter === 'string' ? { letter: search.letter } : {},
});

const dealsRoute = createRoute({
  getParentRoute: () => shell,
  path: '/deals',
  component: lazyRouteComponent(() => import('#web/deal/deals-page.jsx'), 'DealsPage'),
});

const dealRoute = createRoute({
  getParentRoute: () => shell,
  path: '/deals/$deal',
  component: lazyRouteComponent(() => import('#web/deal/deal-page.jsx'), 'DealPage'),
});

const handoffRoute = createRoute({
  getParentRoute: () => shell,
  path: '/deals/$deal/handoff',
  component: lazyRouteComponent(() => import('#web/handoff/handoff-page.jsx'), 'HandoffPage'),
});

const setUpRoute = createRoute({
  getParentRoute: () => shell,
  path: '/set-up',
  component: lazyRouteComponent(() => import('#web/set-up/set-up-page.jsx'), 'SetUpPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('#web/settings/company-page.jsx'), 'CompanyPage'),
});

const mailSettingsRoute = createRoute({
  getParentRoute: () => shell,
  path: '/settings/mail',
  component: lazyRouteComponent(() => import('#web/settings/mail-page.jsx'), 'MailPage'),
});

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('#web/sign-in/sign-in-page.jsx'), 'SignInPage'),
  // A path of our own and nothing else: an address of another site here would lead people astray.
  validateSearch: (search: { onward?: unknown }): { onward?: string } =>
    typeof search.onward === 'string' && /^\/(?![/\\])/.test(search.onward) ? { onward: search.onward } : {},
});

const linkRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link/$token',
  component: lazyRouteComponent(() => import('#web/sign-in/link-page.jsx'), 'LinkPage'),
});

// This page is added in the demo alone: anywhere else its address leads nowhere.
const demoMailboxRoute = createRoute({
  getParentRoute: () => shell,
  path: '/demo/mailbox',
  component: lazyRouteComponent(() => import('#web/demo/mailbox-page.jsx'), 'MailboxPage'),
  validateSearch: (search: { mail?: unknown; of?: unknown }): { mail?: string; of?: string } => ({
    ...(typeof search.mail === 'string' ? { mail: search.mail } : {}),
    ...(typeof search.of === 'string' ? { of: search.of } : {}),
  }),
});

export const router = createRouter({
  routeTree: root.addChildren([
    shell.addChildren([
      todayRoute,
      intakeRoute,
      outboxRoute,
      dealsRoute,
      dealRoute,
      handoffRoute,
      setUpRoute,
      settingsRoute,
      mailSettingsRoute,
      ...(isDemo() ? [demoMailboxRoute] : []),
    ]),
    signInRoute,
    linkRoute,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
