import { z } from '@hono/zod-openapi';
import { OutgoingShown } from '#contract/outgoing.js';
import { Instant, PersonShown } from '#contract/words.js';

const Role = z.enum(['introducer', 'co-seller', 'technical-voice', 'sponsor']);
const Email = z.string().trim().toLowerCase().email();
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
    'This is not a domain, like northbeam.example.',
  );
const Hours = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is written like 08:30.');

export const WeekShown = z
  .object({
    days: z.array(z.number().int().min(1).max(7)).min(1),
    from: Hours,
    to: Hours,
    zone: z.string(),
    holidays: z.object({ country: z.string(), region: z.string().nullable() }).nullable(),
    closed: z.array(z.object({ date: z.string(), name: z.string() })),
    open: z.array(z.string()),
  })
  .openapi('WorkingWeek');
export type WeekShown = z.infer<typeof WeekShown>;

export const Settings = z
  .object({
    title: z.string(),
    lead: z.string(),
    company: z.string().nullable(),
    domains: z.array(z.string()),
    addresses: z.array(z.object({ address: z.string(), words: z.string(), fixed: z.boolean() })),
    week: WeekShown.nullable(),
    /** The next closed days, named. */
    nextClosed: z.array(z.object({ date: z.string(), words: z.string(), own: z.boolean() })),
    /** Business days that the first action may take. */
    standardDays: z.number(),
    /** A worked example of the clock in this week. */
    example: z.object({ introAt: Instant, dueAt: Instant, words: z.string() }).nullable(),
    people: z.array(
      PersonShown.extend({
        may: z.enum(['admin', 'member']),
        week: WeekShown.nullable(),
        weekWords: z.string(),
        signsIn: z.string(),
        /** Shown to admins until they have signed in, so that it can be handed over. */
        invitation: z.string().nullable(),
        /** What became of the mail that invited them. */
        mailed: z.string().nullable(),
        /** Whether an invitation can be mailed to them now. */
        mayBeMailed: z.boolean(),
        active: z.boolean(),
      }),
    ),
    partners: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        domains: z.array(z.string()),
        people: z.array(z.object({ name: z.string(), email: z.string() })),
      }),
    ),
    rules: z.array(
      z.object({
        id: z.string(),
        partner: z.string().nullable(),
        partnerName: z.string(),
        owner: PersonShown.nullable(),
        backup: PersonShown.nullable(),
        role: Role.nullable(),
        lastUsed: z.string().nullable(),
        alarm: z.string().nullable(),
      }),
    ),
    outgoing: OutgoingShown,
    keys: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        begins: z.string(),
        madeAt: Instant,
        lastUsedAt: Instant.nullable(),
      }),
    ),
    lastChange: z.string().nullable(),
    zones: z.array(z.string()),
    countries: z.array(z.object({ code: z.string(), name: z.string() })),
  })
  .openapi('Settings');
export type Settings = z.infer<typeof Settings>;

/** Each call sets what it names and leaves the rest; each answer of the set-up may wait. */
export const NameCompany = z
  .strictObject({ company: z.string().trim().min(1).max(120) })
  .openapi('NameCompany');
export const AddDomain = z.strictObject({ domain: Domain }).openapi('AddDomain');
export const SetWeek = z
  .strictObject({
    days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    from: Hours,
    to: Hours,
    zone: z.string().min(1),
    holidays: z.strictObject({ country: z.string(), region: z.string().nullable() }).nullable(),
    closed: z
      .array(z.strictObject({ date: z.iso.date(), name: z.string().trim().min(1).max(80) }))
      .default([]),
    open: z.array(z.iso.date()).default([]),
  })
  .openapi('SetWeek');
export const SetStandard = z.strictObject({ days: z.number().min(0.25).max(10) }).openapi('SetStandard');
export const AddColleague = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    email: Email,
    role: z.enum(['admin', 'member']).default('member'),
    title: z.string().trim().max(80).nullable().default(null),
  })
  .openapi('AddColleague');
/** `week: null` gives the company's working week back. */
export const ChangeColleague = z
  .strictObject({
    name: z.string().trim().min(1).max(120).optional(),
    role: z.enum(['admin', 'member']).optional(),
    title: z.string().trim().max(80).nullable().optional(),
    active: z.boolean().optional(),
    week: SetWeek.nullable().optional(),
  })
  .openapi('ChangeColleague');
export const AddPartner = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    domains: z.array(Domain).default([]),
    people: z.array(z.strictObject({ name: z.string().trim().min(1).max(120), email: Email })).default([]),
  })
  .openapi('AddPartner');
export const ChangePartner = z
  .strictObject({
    name: z.string().trim().min(1).max(120).optional(),
    domains: z.array(Domain).optional(),
    people: z.array(z.strictObject({ name: z.string().trim().min(1).max(120), email: Email })).optional(),
  })
  .openapi('ChangePartner');
/** `partner: null` is the rule for anybody else. */
export const SetRule = z
  .strictObject({
    partner: z.string().nullable(),
    owner: z.string().nullable(),
    backup: z.string().nullable().default(null),
    role: Role.nullable().default(null),
  })
  .openapi('SetRule');
export const AddAddress = z.strictObject({ address: Email }).openapi('AddAddress');
export const MakeKey = z.strictObject({ name: z.string().trim().min(1).max(80) }).openapi('MakeKey');
export const KeyMade = z.object({ id: z.string(), key: z.string(), said: z.string() }).openapi('KeyMade');
export const SetSingleKeys = z.strictObject({ on: z.boolean() }).openapi('SetSingleKeys');
