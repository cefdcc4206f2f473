import type { z } from '@hono/zod-openapi';
import type { SetRule } from '#contract/settings.js';
import type { Side } from '#domain/party.js';

/** Somebody at Northbeam. */
export type Colleague = {
  readonly who: 'marcus' | 'dana' | 'priya' | 'owen';
  readonly name: string;
  readonly email: string;
  readonly role: 'admin' | 'member';
  readonly title: string;
};

export type Who = Colleague['who'];

/** A partner of Northbeam, and who gets its intros; no rule means nobody, which Today shows. */
export type Partner = {
  readonly name: string;
  readonly domains: readonly string[];
  readonly people: readonly { readonly name: string; readonly email: string }[];
  readonly rule: {
    readonly owner: Who;
    readonly backup: Who;
    readonly role: z.input<typeof SetRule>['role'];
  } | null;
};

export const COMPANY = {
  name: 'Northbeam',
  domain: 'northbeam.example',
  intake: 'intro@northbeam.example',
  sender: 'baton@northbeam.example',
  week: {
    days: [1, 2, 3, 4, 5],
    from: '08:30',
    to: '17:30',
    zone: 'America/New_York',
    holidays: { country: 'US', region: null },
  },
} as const;

/** The first is the admin who sets Northbeam up. */
export const COLLEAGUES: readonly [Colleague, ...Colleague[]] = [
  {
    who: 'marcus',
    name: 'Marcus Oyelaran',
    email: 'marcus.oyelaran@northbeam.example',
    role: 'admin',
    title: 'Partner manager',
  },
  {
    who: 'dana',
    name: 'Dana Whitlock',
    email: 'dana.whitlock@northbeam.example',
    role: 'member',
    title: 'Account executive',
  },
  {
    who: 'priya',
    name: 'Priya Raman',
    email: 'priya.raman@northbeam.example',
    role: 'member',
    title: 'Solutions',
  },
  {
    who: 'owen',
    name: 'Owen Castell',
    email: 'owen.castell@northbeam.example',
    role: 'member',
    title: 'Account executive, Midwest',
  },
];

export const PARTNERS: readonly Partner[] = [
  {
    name: 'Cobalt Ridge',
    domains: ['cobaltridge.example'],
    people: [
      { name: 'Theo Lindqvist', email: 'theo.lindqvist@cobaltridge.example' },
      { name: 'Renata Alves', email: 'renata.alves@cobaltridge.example' },
    ],
    rule: { owner: 'dana', backup: 'marcus', role: 'co-seller' },
  },
  {
    name: 'Larkspur Systems',
    domains: ['larkspursystems.example'],
    people: [{ name: 'Beth Amsler', email: 'beth.amsler@larkspursystems.example' }],
    rule: { owner: 'owen', backup: 'dana', role: 'co-seller' },
  },
  {
    name: 'Fenwick & Osei',
    domains: ['fenwickosei.example'],
    people: [{ name: 'Ama Osei', email: 'ama.osei@fenwickosei.example' }],
    rule: { owner: 'dana', backup: 'priya', role: 'introducer' },
  },
  {
    name: 'Kilbride Networks',
    domains: ['kilbridenetworks.example'],
    people: [{ name: 'Aoife Kilbride', email: 'aoife@kilbridenetworks.example' }],
    rule: { owner: 'dana', backup: 'priya', role: 'introducer' },
  },
  {
    name: 'Steinbach Beratung',
    domains: ['steinbach-beratung.example'],
    people: [{ name: 'Jutta Steinbach', email: 'jutta@steinbach-beratung.example' }],
    rule: { owner: 'priya', backup: 'dana', role: 'co-seller' },
  },
  {
    name: 'Atelier Vauban',
    domains: ['ateliervauban.example'],
    people: [{ name: 'Maxence Tisserand', email: 'maxence.tisserand@ateliervauban.example' }],
    rule: { owner: 'dana', backup: 'owen', role: 'technical-voice' },
  },
  {
    name: 'Tidegate Cloud',
    domains: ['tidegate.example'],
    people: [{ name: 'Rowena Baptiste', email: 'rowena@tidegate.example' }],
    rule: { owner: 'owen', backup: 'marcus', role: 'introducer' },
  },
  {
    name: 'Birchline Networks',
    domains: ['birchline.example'],
    people: [{ name: 'Ngozi Adeyemi', email: 'ngozi@birchline.example' }],
    rule: { owner: 'dana', backup: 'priya', role: 'sponsor' },
  },
  {
    name: 'Quillon Data',
    domains: ['quillondata.example'],
    people: [{ name: 'Idris Kettleborough', email: 'idris@quillondata.example' }],
    rule: null,
  },
];

/** Companies that partners introduce, by the domain that their people write from. */
const BUYERS: readonly { readonly name: string; readonly domain: string }[] = [
  { name: 'Harbor Mutual', domain: 'harbormutual.example' },
  { name: 'Gilden Bakeries', domain: 'gildenbakeries.example' },
  { name: 'Dunmore Freight', domain: 'dunmorefreight.example' },
  { name: 'Ashgrove Hospitals', domain: 'ashgrovehospitals.example' },
  { name: 'Pellworth Foods', domain: 'pellworthfoods.example' },
  { name: 'Sandpiper Air', domain: 'sandpiperair.example' },
  { name: 'Marlowe County Libraries', domain: 'marlowecountylibraries.example' },
  { name: 'Tarn Valley Water', domain: 'tarnvalleywater.example' },
  { name: 'Klinik Sonnenrain', domain: 'klinik-sonnenrain.example' },
  { name: 'Transports Giraudet', domain: 'transports-giraudet.example' },
  { name: 'Copperfield Credit Union', domain: 'copperfieldcu.example' },
  { name: 'Brightwater Schools', domain: 'brightwaterschools.example' },
];

/** Whose an address is in the story. */
export function companyOf(email: string): { readonly name: string; readonly side: Side } {
  const domain = email.toLowerCase().split('@').at(-1) ?? '';
  if (domain === COMPANY.domain) return { name: COMPANY.name, side: 'host' };
  const partner = PARTNERS.find((each) => each.domains.includes(domain));
  if (partner !== undefined) return { name: partner.name, side: 'partner' };
  const buyer = BUYERS.find((each) => each.domain === domain);
  return buyer === undefined ? { name: domain, side: 'unknown' } : { name: buyer.name, side: 'buyer' };
}

/** What people of the story call an address, or null where nobody of it has it. */
export function nameOf(email: string): string | null {
  const people = [...COLLEAGUES, ...PARTNERS.flatMap((each) => each.people)];
  if (email === COMPANY.sender) return `Baton at ${COMPANY.name}`;
  return people.find((each) => each.email === email.toLowerCase())?.name ?? null;
}
