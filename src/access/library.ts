import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { Premises } from '#access/premises.js';
import { deriveToken } from '#access/token.js';
import { must } from '#domain/must.js';

const DAY = 86_400;

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

/**
 * better-auth keeps sessions, cookies and passwords. Its HTTP handler is never mounted: our doors call
 * `api`, which checks neither Origin nor rates, so that ours do (origin.ts, attempts.ts). Its magic-link
 * plugin is not used: it cannot say that a link was used, and leaves older links alive.
 */
export function openLibrary(premises: Pick<Premises, 'pool' | 'secret' | 'baseUrl' | 'origins'>) {
  return betterAuth({
    database: premises.pool,
    secret: deriveToken(premises.secret, 'better-auth', 'cookies'),
    baseURL: premises.baseUrl,
    trustedOrigins: [premises.baseUrl, ...premises.origins],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    // No cookie cache: a session that was ended must end at once.
    session: { expiresIn: 30 * DAY, updateAge: DAY, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: cookiePrefix(premises.baseUrl),
      useSecureCookies: premises.baseUrl.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [{ id: 'baton', endpoints: { beginSession, replacePassword } }],
  });
}

// A browser sends cookies to every port of a host (RFC 6265, 8.5): two Batons on one machine, a demo beside one
// for instance, would sign each other's people out.
function cookiePrefix(baseUrl: string): string {
  const { port } = new URL(baseUrl);
  return port === '' ? 'baton' : `baton-${port}`;
}

export type Library = ReturnType<typeof openLibrary>;

/** Signs somebody in whose right to it was proved before, by a link. Cannot be reached from outside. */
const beginSession = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ person: z.string() }) },
  async (ctx) => {
    const user = await ctx.context.internalAdapter.findUserById(ctx.body.person);
    must(user !== null, 'who signs in by a link is known');
    const session = await ctx.context.internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    return { session: session.id };
  },
);

/** Sets or replaces somebody's password. Cannot be reached from outside. */
const replacePassword = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ person: z.string(), password: z.string() }) },
  async (ctx) => {
    const { person, password } = ctx.body;
    const hash = await ctx.context.password.hash(password);
    const { internalAdapter } = ctx.context;
    const account = (await internalAdapter.findAccounts(person)).find(
      (one) => one.providerId === 'credential',
    );
    if (account === undefined)
      await internalAdapter.linkAccount({
        userId: person,
        providerId: 'credential',
        accountId: person,
        password: hash,
      });
    else await internalAdapter.updateAccount(account.id, { password: hash });
    return { set: true };
  },
);
