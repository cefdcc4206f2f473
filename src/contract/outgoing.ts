import { z } from '@hono/zod-openapi';

const Security = z.enum(['tls', 'starttls', 'none']);
const Step = z.enum(['found', 'reached', 'encrypted', 'signed-in', 'taken']);

export const TrialStepShown = z.object({
  step: Step,
  went: z.enum(['yes', 'no', 'not-needed', 'not-tried']),
  words: z.string(),
  /** What the server itself said. */
  said: z.string().nullable(),
  /** "41 ms". */
  took: z.string().nullable(),
});
export type TrialStepShown = z.infer<typeof TrialStepShown>;

/** One line of the answer to a try, as it happens: each step as it ends, then what it came to. */
export const TrialLine = z
  .union([z.object({ step: TrialStepShown }), z.object({ said: z.string() })])
  .openapi('TrialLine');
export type TrialLine = z.infer<typeof TrialLine>;

export const OutgoingShown = z.object({
  /** Whether mail goes out at all. */
  set: z.boolean(),
  /** Which server is in force, and from where it was set. */
  words: z.string(),
  by: z.enum(['page', 'environment', 'none']),
  /** What is set here, for admins. The password never comes back. */
  server: z
    .object({
      host: z.string(),
      port: z.number(),
      security: Security,
      user: z.string().nullable(),
      /** "kept since Mon 2 Mar", or null where none is kept. */
      password: z.string().nullable(),
      from: z.object({ name: z.string().nullable(), address: z.string() }),
    })
    .nullable(),
  /** Who Baton's own mails come from, or would. */
  from: z.string(),
  tried: z
    .object({
      /** "Tried Fri 6 Mar, 09:36 ET". */
      words: z.string(),
      steps: z.array(TrialStepShown),
      /** Whether a person is still to say that the mail arrived. */
      asks: z.boolean(),
      arrived: z.boolean().nullable(),
      /** What a person said, and what to do where it did not arrive. */
      answer: z.string().nullable(),
    })
    .nullable(),
  /** How the try before went, in one line. */
  before: z.object({ at: z.string(), words: z.string(), said: z.string().nullable() }).nullable(),
});
export type OutgoingShown = z.infer<typeof OutgoingShown>;

/** `password` left out keeps the one that is kept, where there is one for this user at this host. */
export const SetOutgoing = z
  .strictObject({
    host: z
      .string()
      .trim()
      .toLowerCase()
      .max(253)
      .regex(/^(\[?[0-9a-f:.]+\]?|([a-z0-9_]([a-z0-9_-]*[a-z0-9])?\.)*[a-z0-9_]([a-z0-9_-]*[a-z0-9])?)$/, {
        error: 'This is the name of a server, like smtp.northbeam.example.',
      })
      .transform((host) => host.replace(/^\[|\]$/g, '')),
    port: z.number().int().min(1).max(65_535),
    security: Security,
    user: z.string().trim().min(1).max(320).nullable().default(null),
    password: z.string().min(1).max(1024).optional(),
    from: z.strictObject({
      name: z.string().trim().min(1).max(120).nullable().default(null),
      address: z.string().trim().toLowerCase().email(),
    }),
  })
  .openapi('SetOutgoing');
export const SayArrived = z.strictObject({ arrived: z.boolean() }).openapi('SayArrived');
