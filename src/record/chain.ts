import { must } from '#domain/must.js';
import type { Subject } from '#domain/subject.js';
import type { Actor, Entry } from '#record/entry.js';
import { type Happening, kindCalled } from '#record/kinds/every.js';
import { canonicalText, digestOf, NO_SEAL, SALT_BYTES, sealOf } from '#record/seal.js';

/** Where a chain ends: the number of its last entry (0 for none) and that entry's seal. */
export type Head = { readonly subject: Subject; readonly number: number; readonly seal: Uint8Array };

export function emptyHead(subject: Subject): Head {
  return { subject, number: 0, seal: NO_SEAL };
}

/** Where salts come from. Tests seed it by (subject, number), so that two worlds can be compared. */
export type Salt = (subject: Subject, number: number) => Uint8Array;

/** The happenings as sealed entries at the end of their chain. The same arguments give the same bytes. */
export function linked(options: {
  workspace: string;
  head: Head;
  happenings: readonly Happening[];
  actor: Actor;
  now: string;
  salt: Salt;
}): readonly Entry[] {
  const entries: Entry[] = [];
  let seal = options.head.seal;
  let number = options.head.number;
  for (const happening of options.happenings) {
    number += 1;
    const kind = kindCalled(happening.kind);
    must(
      chainOf(options.head.subject) === kind.chain,
      `${kind.kind} stands on the chain of ${options.head.subject}`,
    );
    const head = {
      workspace: options.workspace,
      subject: options.head.subject,
      number,
      kind: happening.kind,
      recordedAt: options.now,
      occurredAt: happening.occurredAt ?? options.now,
      actor: options.actor,
    };
    const text = canonicalText(kind.content.parse(happening.content));
    const salt = options.salt(options.head.subject, number);
    must(salt.length === SALT_BYTES, `a salt has ${SALT_BYTES} bytes`);
    const digest = digestOf(salt, text);
    seal = sealOf(seal, digest, head);
    entries.push({ ...head, digest, seal, text, salt });
  }
  return entries;
}

export function chainOf(subject: Subject): 'workspace' | 'arrival' | 'record' | 'notebook' {
  if (subject.startsWith('arrival_')) return 'arrival';
  if (subject.endsWith('.notebook')) return 'notebook';
  if (subject.startsWith('deal_')) return 'record';
  return 'workspace';
}
