import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type Access, openAccess } from '#access/access.js';
import type { Premises, SignedIn } from '#access/premises.js';
import { type Id, mintId } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import { type FreshDatabase, freshDatabase } from './database.js';

export const BASE = 'https://baton.northbeam.example';
export const NORTHBEAM = '018f0000-0000-7000-8000-000000000001';
export const OTHER = '018f0000-0000-7000-8000-000000000002';
export const DANA = 'person_00000000000000000000000001' as Id<'person'>;
export const MARCUS = 'person_00000000000000000000000002' as Id<'person'>;
export const PASSWORD = 'three small boats at noon';

const TABLES = [
  '"user"',
  '"session"',
  '"account"',
  '"verification"',
  'workspace',
  'member',
  'sign_in_link',
  'first_admin',
  'api_key',
  'inbound_address',
  'attempt',
] as const;

/** Access on a database of its own, emptied before each test; what it sends and records is collected. */
export class House {
  ground!: FreshDatabase;
  access!: Access;
  now!: Temporal.Instant;
  onFirstAdmin!: Premises['onFirstAdmin'];
  readonly sent: { email: string; url: string }[] = [];
  readonly admins: SignedIn[] = [];

  premises(changes: Partial<Premises> = {}): Premises {
    return {
      pool: this.ground.auth,
      secret: 'a secret of this test only',
      baseUrl: BASE,
      origins: ['http://127.0.0.1:4711'],
      hostNames: ['baton.northbeam.example', 'bücher.example'],
      sendLink: async (email, url) => {
        this.sent.push({ email, url });
      },
      onFirstAdmin: (admin) => this.onFirstAdmin(admin),
      now: () => this.now,
      mint: mintId,
      log: { error() {} },
      ...changes,
    };
  }

  async empty(): Promise<void> {
    this.sent.length = 0;
    this.admins.length = 0;
    this.now = Temporal.Now.instant();
    this.onFirstAdmin = async (admin) => {
      this.admins.push(admin);
    };
    for (const table of TABLES) await this.ground.auth.query(`delete from auth.${table}`);
    await this.access.addWorkspace(NORTHBEAM);
  }

  /** Dana the admin and Marcus the member, neither of whom has signed in. */
  async makeTeam(): Promise<void> {
    const { access } = this;
    await access.makeMember({
      workspace: NORTHBEAM,
      person: DANA,
      email: 'Dana@northbeam.example',
      role: 'admin',
    });
    await access.makeMember({
      workspace: NORTHBEAM,
      person: MARCUS,
      email: 'marcus@northbeam.example',
      role: 'member',
    });
  }

  async signIn(email: string) {
    const link = await this.access.linkAtTerminal(email);
    const session = await this.access.useLink(tokenIn(link), null, asking());
    if (isRefusal(session)) throw new Error(session.because);
    return { session, cookie: cookieOf(session) };
  }

  /** The URLs of the mails to an address, once one has gone out to anybody, or none has in a while. */
  async sentTo(email: string): Promise<string[]> {
    await expect
      .poll(() => this.sent.length, { timeout: 300, interval: 5 })
      .toBeGreaterThan(0)
      .catch(() => {});
    return this.sent.filter((mail) => mail.email === email).map((mail) => mail.url);
  }

  /** All rows of all tables, but for how often and since when something was tried. */
  async everything(): Promise<unknown> {
    const found = [];
    for (const table of TABLES) {
      const rows = await this.ground.auth.query<{ row: string }>(
        `select t::text as row from auth.${table} t order by 1`,
      );
      found.push([table, rows.rows.map(({ row }) => (table === 'attempt' ? row.split(',', 2) : row))]);
    }
    return found;
  }
}

/** Opens a house for the tests of one file. */
export function openHouse(): House {
  const house = new House();
  beforeAll(async () => {
    house.ground = await freshDatabase();
    house.access = openAccess(house.premises());
  });
  beforeEach(() => house.empty());
  afterAll(() => house.ground.drop());
  return house;
}

export function asking(changes: { origin?: string; cookie?: string; client?: string } = {}) {
  const headers = new Headers({ origin: changes.origin ?? BASE, 'user-agent': 'a browser' });
  if (changes.cookie !== undefined) headers.set('cookie', changes.cookie);
  return { headers, client: changes.client ?? '192.0.2.7' };
}

export function cookieOf(session: { readonly setCookie: readonly string[] }): string {
  return session.setCookie.map((line) => line.split(';', 1)[0]).join('; ');
}

/** The token of a link's URL; something else is a test that failed before. */
export function tokenIn(url: unknown): string {
  return /\/sign-in\/link\/([\w-]{43})$/.exec(String(url))?.[1] ?? 'no token';
}
