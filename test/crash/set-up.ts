import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { browser, Visitor } from '../doors/visitor.js';
import type { House } from './house.js';

export type Settled = { readonly key: string; readonly dana: string; readonly marcus: string };

/**
 * Northbeam with two colleagues, a partner and a rule, made through the doors by an admin who signed in, since a
 * key makes nobody; and a key that acts for Dana.
 */
export async function setUp(house: House): Promise<Settled> {
  const admin = await firstAdmin(house);
  const post = async (path: string, body: unknown) => {
    const answer = await admin.post(`/api/v1/settings/${path}`, body, { 'idempotency-key': randomUUID() });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  };
  await post('company', { company: 'Northbeam' });
  await post('domains', { domain: 'northbeam.example' });
  await post('people', { name: 'Dana Whitfield', email: 'dana@northbeam.example', role: 'admin' });
  await post('people', { name: 'Marcus Lind', email: 'marcus@northbeam.example' });
  await post('partners', { name: 'Kestrel', domains: ['kestrel.example'] });
  const { people, partners } = (await admin.get('/api/v1/settings')).body as {
    people: { id: string; name: string }[];
    partners: { id: string }[];
  };
  const named = (name: string) => people.find((each) => each.name.startsWith(name))?.id ?? '';
  const [dana, marcus] = [named('Dana'), named('Marcus')];
  await post('rules', { partner: partners[0]?.id ?? null, owner: dana, backup: marcus, role: 'introducer' });
  return { key: await keyFor(house), dana, marcus };
}

/** Whoever runs this Baton signs in by the link that its start printed. */
async function firstAdmin(house: House): Promise<Visitor> {
  const stranger = new Visitor(house.url, { origin: house.url });
  const who = { name: 'Ines Moreau', email: 'ines@northbeam.example' };
  const signedIn = await stranger.post(`/api/v1${new URL(await house.firstAdminLink()).pathname}`, who);
  if (signedIn.status !== 200) throw new Error(`sign-in: ${signedIn.status} ${signedIn.text}`);
  return browser(house.url, signedIn);
}

// A sign-in is made a moment after the colleague was added: the errand does it.
async function keyFor(house: House): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await house.command('key', '--name', 'storm', '--for', 'dana@northbeam.example');
    } catch (error) {
      if (tries > 5) throw error;
      await pause(1_000);
    }
  }
}
