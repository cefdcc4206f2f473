import { secureHeaders } from 'hono/secure-headers';
import { KEY_SCOPE } from '#domain/key-scope.js';
import { KEY, SESSION } from '#server/description.js';
import type { Desk } from '#server/desk.js';
import { Doors } from '#server/doors.js';
import { openArrivals } from '#server/routes/arrivals.js';
import { openBundles } from '#server/routes/bundle.js';
import { openDeals } from '#server/routes/deals.js';
import { openEvents } from '#server/routes/events.js';
import { openFollowUp } from '#server/routes/follow-up.js';
import { openGuests } from '#server/routes/guests.js';
import { openHealth } from '#server/routes/health.js';
import { openLetters } from '#server/routes/letters.js';
import { openLists, openPages } from '#server/routes/pages.js';
import { openSession } from '#server/routes/session.js';
import { openSettings } from '#server/routes/settings.js';
import { openSteps } from '#server/routes/steps.js';
import { openUndo } from '#server/routes/undo.js';
import { openScreens } from '#server/screens.js';

/** Every route of the web door, each with its rule. `openMore` opens what only the demo has. */
export function openDoors(desk: Desk, openMore: (doors: Doors) => void = () => undefined): Doors {
  const doors = new Doors(desk);
  doors.app.use(
    '*',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: desk.place.url.startsWith('https:'),
    }),
  );
  openHealth(doors, desk);
  openSession(doors, desk);
  openLists(doors, desk);
  openPages(doors, desk);
  openArrivals(doors, desk);
  openDeals(doors, desk);
  openBundles(doors, desk);
  openSteps(doors, desk);
  openFollowUp(doors, desk);
  openLetters(doors, desk);
  openGuests(doors, desk);
  openUndo(doors, desk);
  openSettings(doors, desk);
  openEvents(doors, desk);
  openMore(doors);
  doors.app.openAPIRegistry.registerComponent('securitySchemes', 'key', KEY);
  doors.app.openAPIRegistry.registerComponent('securitySchemes', 'session', SESSION);
  doors.rules.set('GET /api/openapi.json', 'everyone');
  doors.app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Baton',
      version: '1',
      description: `From a partner’s intro to an owned handoff with a clock. Send a key as \`Authorization: Bearer baton_…\`. ${KEY_SCOPE.may} ${KEY_SCOPE.mayNot}`,
    },
  });
  openScreens(doors, desk);
  return doors;
}
