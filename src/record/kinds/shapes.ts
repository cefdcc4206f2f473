import { z } from 'zod';
import { MOTIONS, NOT_INTROS, QUESTIONS } from '#domain/intro.js';
import { SIDES } from '#domain/party.js';

/** Shapes that several kinds of entry hold. Instants and days are ISO text, so that the seal is exact. */
export const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/);
export const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
export const Side = z.enum(SIDES);
export const Motion = z.enum(MOTIONS);
export const NotIntro = z.enum(NOT_INTROS);
export const Question = z.enum(QUESTIONS);

export const EvidenceHeld = z.object({
  arrival: z.templateLiteral(['arrival_', z.string()]),
  part: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
});

export const FindingHeld = EvidenceHeld.extend({ reader: z.string(), confidence: z.number() });
export type FindingHeld = z.infer<typeof FindingHeld>;

export const PersonHeld = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  side: Side,
  company: z.string().nullable(),
  role: z.string().nullable(),
});

export const MailboxHeld = z.object({ name: z.string().nullable(), address: z.string() });

export const WeekHeld = z.object({
  days: z.array(z.number().int()),
  from: z.string(),
  to: z.string(),
  zone: z.string(),
  holidays: z.object({ country: z.string(), region: z.string().nullable() }).nullable(),
  closed: z.array(z.object({ date: Day, name: z.string() })),
  open: z.array(Day),
});

export const PersonId = z.templateLiteral(['person_', z.string()]);
export const PartnerId = z.templateLiteral(['partner_', z.string()]);
export const DealId = z.templateLiteral(['deal_', z.string()]);
export const ArrivalId = z.templateLiteral(['arrival_', z.string()]);
export const DeliveryId = z.templateLiteral(['delivery_', z.string()]);
export const RuleId = z.templateLiteral(['rule_', z.string()]);
export const StepId = z.templateLiteral(['step_', z.string()]);
export const LetterId = z.templateLiteral(['letter_', z.string()]);
export const LinkId = z.templateLiteral(['link_', z.string()]);
export const SecretId = z.templateLiteral(['secret_', z.string()]);
export const KeyId = z.templateLiteral(['key_', z.string()]);
export const RoleHeld = z.enum(['introducer', 'co-seller', 'technical-voice', 'sponsor']);

/** A first-action clock as it was computed, with the week and the closed days that it rests on. */
export const ClockHeld = z.object({
  startedAt: Instant,
  dueAt: Instant,
  halfAt: Instant,
  hourAt: Instant.nullable(),
  allowedMinutes: z.number(),
  standardDays: z.number(),
  week: WeekHeld,
  skipped: z.array(z.object({ date: Day, name: z.string(), own: z.boolean() })),
});

/** Whoever owes a step. A colleague has an id; people of other companies are known by name and address. */
export const StepOwnerHeld = z.object({
  side: Side,
  person: PersonId.nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
});

/** How an action is known: the mail server took it, a colleague says so, or their mail was seen here. */
export const HowKnown = z.enum(['sent', 'own-word', 'seen']);

/** What a status mail tells the partner. */
export const Told = z.enum(['taken', 'contact', 'still', 'won', 'lost', 'not-pursued']);
