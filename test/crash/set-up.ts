import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { House } from './house.js';

export type Settled = { readonly key: string; readonly dana: string; readonly marcus: string };

/** Northbeam with two colleagues, a partner and a rule, made through the doors; and a key that acts for Dana. */
export async function setUp(house: House): Promise<Settled> {
  const first = await house.command('key', '--name', 'set-up');
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${house.url}/api/v1/settings/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${first}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  await post('company', { company: 'Northbeam' });
  await post('domains', { domain: 'northbeam.example' });
  await post('people', { name: 'Dana Whitfield', email: 'dana@northbeam.example', role: 'admin' });
  await post('people', { name: 'Marcus Lind', email: 'marcus@northbeam.example' });
  await post('partners', { name: 'Kestrel', domains: ['kestrel.example'] });
  const shown = await fetch(`${house.url}/api/v1/settings`, {
    headers: { authorization: `Bearer ${first}` },
  });
  const { people, partners } = (await shown.json()) as {
    people: { id: string; name: string }[];
    partners: { id: string }[];
  };
  const named = (name: string) => people.find((each) => each.name.startsWith(name))?.id ?? '';
  const [dana, marcus] = [named('Dana'), named('Marcus')];
  await post('rules', { partner: partners[0]?.id ?? null, owner: dana, backup: marcus, role: 'introducer' });
  return { key: await keyFor(house), dana, marcus };
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
