import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { setSingleKeys } from '#actions/settings/colleague.js';
import {
  AskLink,
  LinkSeen,
  Session,
  SetPassword,
  Signed,
  SignInPassword,
  UseLink,
} from '#contract/session.js';
import { SetSingleKeys } from '#contract/settings.js';
import { Done } from '#contract/words.js';
import { isRefusal, refuse } from '#domain/refusal.js';
import { answers, json } from '#server/answers.js';
import { carryOut } from '#server/carry-out.js';
import { clientOf } from '#server/client.js';
import type { Desk } from '#server/desk.js';
import { type Doors, whoIn } from '#server/doors.js';
import type { Environment } from '#server/environment.js';
import { linkWords } from '#server/link-words.js';
import { countsOf, look } from '#server/look.js';
import { answerRefusal, nothing } from '#server/problems.js';
import { sessionPage } from '#views/today/session.js';

const WithToken = z.object({ token: z.string().max(400) });

/** Who looks. The sign-in functions check the origin themselves, since nobody is signed in yet. */
export function openSession(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/session',
      summary: 'Who looks.',
      responses: answers(Session, 'The session'),
    },
    async (c) => {
      const who = whoIn(c);
      const page = await look(c, desk, [], async (looking) => {
        const { counts } = await countsOf(desk, looking);
        return sessionPage(looking.viewing, { counts, role: who.role, warning: warningOf(desk) });
      });
      return c.json(page, 200);
    },
  );
  doors.open(
    'member in person',
    {
      method: 'post',
      path: '/api/v1/single-keys',
      summary: 'Whether one letter is a key, for you.',
      request: json(SetSingleKeys),
      responses: answers(Done, 'Set'),
    },
    async (c) => {
      const { person } = whoIn(c);
      if (person === null) return nothing(c) as never;
      const { on } = c.req.valid('json');
      return (await carryOut(c, desk, {
        action: setSingleKeys,
        asked: { person, on },
        body: { on },
      })) as never;
    },
  );
  openPassword(doors, desk);
  openLinks(doors, desk);
}

function openPassword(doors: Doors, desk: Desk): void {
  const { access } = desk;
  doors.open(
    'everyone',
    {
      method: 'post',
      path: '/api/v1/sign-in/password',
      summary: 'Sign in with a password.',
      request: json(SignInPassword),
      responses: answers(Signed, 'Signed in'),
    },
    async (c) => {
      const session = await access.signInWithPassword(c.req.valid('json'), asking(c));
      return isRefusal(session) ? (answerRefusal(c, session) as never) : signedIn(c, session.setCookie);
    },
  );
  doors.open(
    'member in person',
    {
      method: 'post',
      path: '/api/v1/password',
      summary: 'Set your own password.',
      request: json(SetPassword),
      responses: answers(Signed, 'Set'),
    },
    async (c) => {
      const refusal = await access.setPassword(c.req.valid('json').password, asking(c));
      return refusal === null
        ? c.json({ said: 'Your password is set. Other sessions of yours have ended.' }, 200)
        : (answerRefusal(c, refusal) as never);
    },
  );
  doors.open(
    'everyone',
    {
      method: 'post',
      path: '/api/v1/sign-out',
      summary: 'Sign out.',
      responses: answers(Signed, 'Signed out'),
    },
    async (c) => {
      const cookies = await access.signOut(asking(c));
      if (isRefusal(cookies)) return answerRefusal(c, cookies) as never;
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
      return c.json({ said: 'Signed out.' }, 200);
    },
  );
}

function openLinks(doors: Doors, desk: Desk): void {
  const { access } = desk;
  doors.open(
    'everyone',
    {
      method: 'post',
      path: '/api/v1/sign-in/link',
      summary: 'Have a sign-in link sent. The answer never says whether the address is known.',
      request: json(AskLink),
      responses: answers(Signed, 'Asked'),
    },
    async (c) => {
      if ((await desk.outgoing()) === null) {
        const because =
          'No outgoing mail is set up, so no link can be sent. An admin can copy one for you in Settings, or whoever runs Baton types: baton sign-in-link with your address.';
        return answerRefusal(c, refuse('sign-in.no-outgoing', because)) as never;
      }
      const refusal = await access.askLink(c.req.valid('json').email, asking(c));
      return refusal === null
        ? c.json({ said: 'If that address belongs to a person here, a link is on its way.' }, 200)
        : (answerRefusal(c, refusal) as never);
    },
  );
  doors.open(
    'everyone',
    {
      method: 'get',
      path: '/api/v1/sign-in/link/{token}',
      summary: 'What a link is. Looking changes nothing.',
      request: { params: WithToken },
      responses: answers(LinkSeen, 'The link'),
    },
    async (c) => c.json(linkWords(await access.lookAtLink(c.req.valid('param').token), desk.room.now()), 200),
  );
  doors.open(
    'everyone',
    {
      method: 'post',
      path: '/api/v1/sign-in/link/{token}',
      summary: 'Sign in with a link, which uses it up.',
      request: { params: WithToken, ...json(UseLink) },
      responses: answers(Signed, 'Signed in'),
    },
    async (c) => {
      const { name, email } = c.req.valid('json');
      const admin = name !== undefined && email !== undefined ? { name, email } : null;
      const session = await access.useLink(c.req.valid('param').token, admin, asking(c));
      return isRefusal(session) ? (answerRefusal(c, session) as never) : signedIn(c, session.setCookie);
    },
  );
  doors.open(
    'everyone',
    {
      method: 'post',
      path: '/api/v1/sign-in/link/{token}/fresh',
      summary: 'A fresh link, to the address that this one was made for.',
      request: { params: WithToken },
      responses: answers(Signed, 'Asked'),
    },
    async (c) => {
      const refusal = await access.askFreshLink(c.req.valid('param').token, asking(c));
      return refusal === null
        ? c.json({ said: 'A fresh link is on its way to the same address.' }, 200)
        : (answerRefusal(c, refusal) as never);
    },
  );
}

function asking(c: Context<Environment>) {
  return { headers: c.req.raw.headers, client: clientOf(c) };
}

function signedIn(c: Context<Environment>, cookies: readonly string[]) {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
  return c.json({ said: 'Signed in.' }, 200) as never;
}

function warningOf(desk: Desk): string | null {
  if (desk.ground.mode === 'reduced')
    return 'This Baton runs reduced: one database login does everything, so row level security guards against mistakes only.';
  return desk.place.isUrlSet ? null : 'Links say localhost. Set BATON_URL.';
}
