import { Temporal } from 'temporal-polyfill';
import { sayDay, sayMoment } from '#clocks/say.js';
import type { Viewing } from '#views/deal/baton.js';
import { whenWords } from '#views/intake/row.js';
import { namesIn } from '#views/workspace/names.js';
import { type OutgoingTry, wasTaken } from '#views/workspace/outgoing.js';
import { weekOf } from '#views/workspace/state.js';

export type OutgoingFacts = {
  /** The server that the environment names, without its password. */
  readonly environmentServer: { readonly server: string; readonly from: string } | null;
  /** Whether whoever looks may change it. */
  readonly isAdmin: boolean;
};

/** The outgoing server: which one is in force, what is set, how the last tries went. */
export function showOutgoing(viewing: Viewing, facts: OutgoingFacts) {
  const { server, tries } = viewing.workspace.outgoing;
  const { environmentServer } = facts;
  const from = server?.from.address ?? environmentServer?.from ?? suggestedFrom(viewing);
  return {
    ...inForce(viewing, facts),
    server: server === null || !facts.isAdmin ? null : showServer(viewing, server),
    from,
    tried: tries[0] === undefined || !facts.isAdmin ? null : showTry(viewing, tries[0]),
    before: tries[1] === undefined || !facts.isAdmin ? null : showBefore(viewing, tries[1]),
  };
}

// A domain that is the company's own, since the server will let nothing else through.
function suggestedFrom({ workspace, viewer }: Viewing): string {
  const own = workspace.people
    .find((each) => each.id === viewer)
    ?.email.split('@')
    .at(-1);
  return `baton@${workspace.domains[0] ?? own ?? 'localhost'}`;
}

function inForce({ workspace }: Viewing, { environmentServer }: OutgoingFacts) {
  const { server } = workspace.outgoing;
  if (server !== null) {
    const place = `${server.host}:${server.port}`;
    const instead =
      environmentServer === null
        ? ''
        : ` It goes before ${environmentServer.server}, which the environment names.`;
    return { set: true, by: 'page' as const, words: `Mail goes out through ${place}, set here.${instead}` };
  }
  if (environmentServer !== null) {
    const words = `Mail goes out through ${environmentServer.server}, which the environment names. A server that is set here goes before it.`;
    return { set: true, by: 'environment' as const, words };
  }
  const words = 'No outgoing server. Links and invitations are shown to copy.';
  return { set: false, by: 'none' as const, words };
}

type Server = NonNullable<Viewing['workspace']['outgoing']['server']>;

function showServer(viewing: Viewing, server: Server) {
  const { host, port, security, user, secretSetAt, from } = server;
  return {
    host,
    port,
    security,
    user,
    password: secretSetAt === null ? null : `kept since ${dayWords(viewing, secretSetAt)}`,
    from: { ...from },
  };
}

function showTry(viewing: Viewing, tried: OutgoingTry) {
  const { workspace } = viewing;
  const taken = wasTaken(tried);
  const who = namesIn(workspace).person(tried.by);
  const zone = zoneOf(viewing);
  const now = Temporal.Instant.from(viewing.now);
  const isOld = workspace.outgoing.server !== null && tried.at < workspace.outgoing.server.setAt;
  const when = sayMoment(Temporal.Instant.from(tried.at), zone, now);
  return {
    words: isOld ? `Tried ${when}, before it was changed` : `Tried ${when}`,
    steps: tried.steps.map(showStep),
    asks: taken && tried.arrived === null,
    arrived: tried.arrived,
    answer: tried.arrived === null ? null : answerWords(who, tried),
  };
}

function answerWords(who: string, { arrived, to }: OutgoingTry): string {
  if (arrived === true) return `It arrived at ${to}, says ${who}.`;
  return `It did not arrive at ${to}, says ${who}. Look among the junk there, and ask whoever runs the server whether it held the mail back. The sender’s domain must name this server in its SPF record or sign its mail (DKIM).`;
}

function showBefore(viewing: Viewing, tried: OutgoingTry) {
  const failed = tried.steps.find((each) => each.went === 'no');
  const taken = tried.steps.find((each) => each.step === 'taken');
  const step = failed ?? taken;
  return {
    at: whenWords(tried.at, viewing.now, zoneOf(viewing)),
    words: step?.words ?? 'Tried',
    said: step?.said ?? null,
  };
}

/** A step of a try with its time in words: "41 ms", "0.4 s". */
export function showStep(step: OutgoingTry['steps'][number]) {
  const { took } = step;
  const words = took === null ? null : took < 100 ? `${took} ms` : `${(took / 1000).toFixed(1)} s`;
  return { ...step, took: words };
}

function dayWords(viewing: Viewing, at: string): string {
  const zone = zoneOf(viewing);
  const day = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
  return sayDay(day(at), day(viewing.now));
}

function zoneOf({ workspace, viewer }: Viewing): string {
  return weekOf(workspace, viewer).zone;
}
