import type { RouteConfig, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { shutOutgoing } from '#cli/demo-outgoing.js';
import { sayMoment, sayTime } from '#clocks/say.js';
import { DemoDone, DemoMails, DemoReply, DemoStrip, LookAs, MoveOn } from '#contract/demo.js';
import type { StoryClock } from '#demo/clock.js';
import { companiesIn, letterOf } from '#demo/mailbox/letter.js';
import type { Mailbox } from '#demo/mailbox/mailbox.js';
import { replyTo } from '#demo/mailbox/reply.js';
import { type Heartbeat, moveOn, targetOf } from '#demo/move-on.js';
import { COLLEAGUES, COMPANY } from '#demo/story/northbeam.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';
import { answers, json } from '#server/answers.js';
import { clientOf } from '#server/client.js';
import type { Doors } from '#server/doors.js';
import type { Environment } from '#server/environment.js';
import { answerRefusal, nothing } from '#server/problems.js';
import { whenWords } from '#views/intake/row.js';
import type { Core } from '#worker/core.js';

/** The demo that runs: its clock, its mailbox, and the Baton that it stands in. */
export type Running = {
  readonly clock: StoryClock;
  readonly mailbox: Mailbox;
  readonly heartbeat: Heartbeat;
  /** The link to Theo's own page, once the story has come that far. */
  readonly guest: () => string | null;
  /** The port on which it takes mail, once it stands. */
  readonly smtp: () => number;
};

const ZONE = COMPANY.week.zone;
const FOREIGN = refuse(
  'access.foreign-origin',
  'This request came from another site and was not carried out.',
);

/**
 * The doors of the demo's strip: looking as somebody of the story, moving its clock on, and its mailbox. They
 * are opened by the demo alone, and answer this machine alone.
 */
export function openDemoDoors(doors: Doors, core: Core, running: Running): void {
  openStrip(doors, core, running);
  openLookAs(doors, core);
  openMoveOn(doors, core, running);
  openMails(doors, running);
  openReply(doors, core, running);
  shutOutgoing(doors);
}

function openStrip(doors: Doors, core: Core, { clock, mailbox, heartbeat, guest }: Running): void {
  here(
    doors,
    { method: 'get', path: '/demo/strip', responses: answers(DemoStrip, 'The strip') },
    async (c) => {
      const session = await core.access.sessionOf(c.req.raw.headers);
      const now = clock.now();
      const looks = COLLEAGUES.filter(({ who }) => who === 'dana' || who === 'marcus')
        .reverse()
        .map(({ who, name, title, email }) => ({
          who,
          name: name.split(' ')[0] ?? name,
          words: `${name}, ${title}, ${COMPANY.name}`,
          isYou: session?.email === email,
          page: null,
        }));
      const words = 'Theo Lindqvist, Cobalt Ridge: the page that his link opens';
      const theo = { who: 'theo', name: 'Theo', words, isYou: false, page: guest() };
      const next = await heartbeat.nextDue();
      const nextWords = next === null ? 'Next due' : `Next due, ${dayAndTime(next, now)}`;
      return c.json(
        {
          looks: [...looks, theo],
          moves: [
            { to: '1h' as const, words: 'One hour', whyNot: null },
            {
              to: 'next-due' as const,
              words: nextWords,
              whyNot: next === null ? 'Nothing is due any more.' : null,
            },
            { to: 'tomorrow-09:00' as const, words: 'Tomorrow, 09:00', whyNot: null },
          ],
          nowWords: sayMoment(Temporal.Instant.from(now), ZONE),
          mails: mailbox.mails().length,
          now,
        },
        200,
      );
    },
  );
}

function openLookAs(doors: Doors, core: Core): void {
  const route = { method: 'post', path: '/demo/look-as', request: json(LookAs) } as const;
  here(doors, { ...route, responses: answers(DemoDone, 'Signed in') }, async (c) => {
    const { who } = (await c.req.json()) as z.infer<typeof LookAs>;
    const colleague = COLLEAGUES.find((each) => each.who === who);
    if (colleague === undefined) return nothing(c);
    // The way of somebody at the terminal: a link, and its button pressed. Nothing else lets anybody in.
    const link = await core.access.linkAtTerminal(colleague.email);
    if (isRefusal(link)) return answerRefusal(c, link);
    const token = new URL(link).pathname.split('/').at(-1) ?? '';
    const asking = { headers: c.req.raw.headers, client: clientOf(c) };
    const session = await core.access.useLink(token, null, asking);
    if (isRefusal(session)) return answerRefusal(c, session);
    for (const cookie of session.setCookie) c.header('set-cookie', cookie, { append: true });
    return c.json({ said: `You look as ${colleague.name}.`, where: '/', now: core.room.now() }, 200);
  });
}

function openMoveOn(doors: Doors, core: Core, { clock, heartbeat }: Running): void {
  // One move at a time: each begins where the one before it ended.
  let last: Promise<unknown> = Promise.resolve();
  const move = async (to: z.infer<typeof MoveOn>['to']): Promise<number | Refusal> => {
    const nextDue = await heartbeat.nextDue();
    const target = targetOf(to, { now: clock.now(), nextDue, zone: ZONE });
    return isRefusal(target) ? target : moveOn(clock, heartbeat, target);
  };
  const route = { method: 'post', path: '/demo/move-on', request: json(MoveOn) } as const;
  here(doors, { ...route, responses: answers(DemoDone, 'Moved on') }, async (c) => {
    if (!core.access.isOwnOrigin(c.req.raw.headers)) return answerRefusal(c, FOREIGN);
    const { to } = MoveOn.parse(await c.req.json());
    const moved = last.then(() => move(to));
    last = moved.catch(() => undefined);
    const stops = await moved;
    if (isRefusal(stops)) return answerRefusal(c, stops);
    const now = clock.now();
    const said = `It is ${sayMoment(Temporal.Instant.from(now), ZONE)} in the story. ${dueWords(stops)}`;
    return c.json({ said, where: null, now }, 200);
  });
}

function openMails(doors: Doors, { clock, mailbox }: Running): void {
  here(
    doors,
    { method: 'get', path: '/demo/mails', responses: answers(DemoMails, 'The mails') },
    async (c) => {
      const letters = await Promise.all(mailbox.mails().map(letterOf));
      const now = clock.now();
      const companies = companiesIn(letters);
      const outside = companies.filter((each) => each.side !== 'host').map((each) => each.name);
      const lead =
        outside.length === 0
          ? 'What Baton would have sent. Nobody had it.'
          : `What ${listed(outside)} would have received. Nobody did.`;
      const mails = letters.map((letter) => ({
        ...letter,
        when: whenWords(letter.at, now, ZONE),
        wouldHaveGone: `${sayMoment(Temporal.Instant.from(letter.at), ZONE)}, once`,
      }));
      return c.json({ lead, companies, mails, now }, 200);
    },
  );
}

function openReply(doors: Doors, core: Core, { clock, mailbox, smtp }: Running): void {
  const route = { method: 'post', path: '/demo/reply', request: json(DemoReply) } as const;
  here(doors, { ...route, responses: answers(DemoDone, 'Answered') }, async (c) => {
    if (!core.access.isOwnOrigin(c.req.raw.headers)) return answerRefusal(c, FOREIGN);
    const { mail, words } = DemoReply.parse(await c.req.json());
    const posted = mailbox.mails().find((each) => each.id === mail);
    if (posted === undefined) return nothing(c);
    const refused = await replyTo(posted, words, { smtp: smtp(), now: clock.now() });
    if (refused !== null) return answerRefusal(c, refused);
    return c.json({ said: 'Answered. The mail is in Intake.', where: '/intake', now: clock.now() }, 200);
  });
}

/** Opens a door of the demo: to everyone, as long as they sit at this machine. */
function here(
  doors: Doors,
  route: Omit<RouteConfig, 'path'> & { readonly path: string },
  handler: (c: Context<Environment>) => Promise<Response>,
): void {
  doors.open(
    'everyone',
    { summary: 'The demo.', ...route } as RouteConfig,
    (async (c: never) => (isThisMachine(clientOf(c)) ? handler(c) : nothing(c))) as never,
  );
}

/** Whether an address is this machine's own: 127.0.0.0/8, ::1, or the first written as IPv6. */
export function isThisMachine(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address);
}

function dayAndTime(at: string, now: string): string {
  const [one, other] = [at, now].map((each) => Temporal.Instant.from(each));
  if (one === undefined || other === undefined) return '';
  const day = (each: Temporal.Instant) => each.toZonedDateTimeISO(ZONE).toPlainDate().toString();
  const words = day(one) === day(other) ? sayTime(one, ZONE) : sayMoment(one, ZONE);
  return words.replace(/ \w+$/, '');
}

function dueWords(stops: number): string {
  if (stops === 0) return 'Nothing was due on the way.';
  return stops === 1 ? 'One thing was due on the way.' : `${stops} things were due on the way, one by one.`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
