import { readFileSync } from 'node:fs';
import type { Visitor } from './visitor.js';

const INTRO = new URL('../mails/intros/01.eml', import.meta.url);

/** The intro of the story, as its bytes with CRLF: Theo of Cobalt Ridge introduces Joanna of Harbor Mutual to Dana. */
export const INTRO_01: Buffer = Buffer.from(
  readFileSync(INTRO, 'latin1').replaceAll(/\r?\n/g, '\r\n'),
  'latin1',
);

/** A mail in plain text, CRLF and all. */
export function plainMail(head: Record<string, string>, body: string): Buffer {
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${[...lines, '', ...body.split('\n')].join('\r\n')}\r\n`, 'utf8');
}

/** Northbeam as its admin sets it up: New York, Cobalt Ridge as a partner, and Dana as a colleague. */
export async function setUp(admin: Visitor): Promise<void> {
  const week = {
    days: [1, 2, 3, 4, 5],
    from: '08:30',
    to: '17:30',
    zone: 'America/New_York',
    holidays: { country: 'US', region: null },
  };
  const steps: readonly [path: string, body: unknown][] = [
    ['company', { company: 'Northbeam' }],
    ['domains', { domain: 'northbeam.example' }],
    ['week', week],
    [
      'people',
      { name: 'Dana Whitlock', email: 'dana.whitlock@northbeam.example', title: 'Account executive' },
    ],
    ['partners', { name: 'Cobalt Ridge', domains: ['cobaltridge.example'] }],
  ];
  for (const [path, body] of steps) {
    const done = await admin.post(`/api/v1/settings/${path}`, body);
    if (done.status !== 200) throw new Error(`${path}: ${done.text}`);
  }
}

/** Who is who in the settings, by address and by name. */
export async function known(admin: Visitor): Promise<{ person: (email: string) => string; partner: string }> {
  const { people, partners } = (await admin.get('/api/v1/settings')).body as {
    people: { id: string; email: string }[];
    partners: { id: string }[];
  };
  return {
    person: (email) => people.find((each) => each.email.startsWith(`${email}@`))?.id ?? `nobody ${email}`,
    partner: partners[0]?.id ?? 'no partner',
  };
}
