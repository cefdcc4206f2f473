import { readFile } from 'node:fs/promises';
import { z } from '@hono/zod-openapi';
import type { ReadingContext } from '#domain/intro.js';
import { type Refusal, refuse } from '#domain/refusal.js';

const company = z.object({ company: z.string(), domains: z.array(z.string()).default([]) });

/** What `--context` may say; all of it may be left out. */
const File = z.object({
  host: z
    .object({
      company: z.string().nullish(),
      domains: z.array(z.string()).default([]),
      people: z.array(z.object({ name: z.string().nullish(), email: z.string() })).default([]),
    })
    .nullish(),
  partners: z.array(company).nullish(),
  buyer: company.nullish(),
  participants: z
    .array(
      z.object({
        name: z.string().nullish(),
        email: z.string().nullish(),
        side: z.enum(['host', 'partner', 'buyer', 'unknown']),
      }),
    )
    .nullish(),
  timezone: z.string().nullish(),
});

/** Nothing known: sides are then told from the words alone. */
export const NOTHING_KNOWN: ReadingContext = {
  host: { company: null, domains: [], people: [] },
  partners: [],
  buyer: null,
  sides: [],
  zone: 'UTC',
};

/** Reads a context file. A file that is not there or is no context is refused in a sentence. */
export async function readContext(path: string): Promise<ReadingContext | Refusal> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return refuse('read.no-context', `The context file ${path} cannot be opened.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('read.context-unreadable', `The context file ${path} is not JSON.`);
  }
  const parsed = File.safeParse(value);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    return refuse('read.context-unreadable', `The context file ${path} is not understood at "${place}".`);
  }
  return contextOf(parsed.data);
}

function contextOf(file: z.infer<typeof File>): ReadingContext {
  return {
    host: {
      company: file.host?.company ?? null,
      domains: file.host?.domains ?? [],
      people: (file.host?.people ?? []).map(({ name, email }) => ({ name: name ?? email, email })),
    },
    partners: file.partners ?? [],
    buyer: file.buyer ?? null,
    sides: (file.participants ?? []).map(({ name, email, side }) => ({
      name: name ?? null,
      email: email ?? null,
      side,
    })),
    zone: file.timezone ?? 'UTC',
  };
}
