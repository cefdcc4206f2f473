import type { z } from 'zod';
import { must } from '#domain/must.js';
import type { Kind } from '#record/kind.js';
import * as action from '#record/kinds/action.js';
import * as arrival from '#record/kinds/arrival.js';
import * as clock from '#record/kinds/clock.js';
import * as colleague from '#record/kinds/colleague.js';
import * as deal from '#record/kinds/deal.js';
import * as guest from '#record/kinds/guest.js';
import * as intro from '#record/kinds/intro.js';
import * as invitation from '#record/kinds/invitation.js';
import * as letter from '#record/kinds/letter.js';
import * as outgoing from '#record/kinds/outgoing.js';
import * as owner from '#record/kinds/owner.js';
import * as partner from '#record/kinds/partner.js';
import * as reading from '#record/kinds/reading.js';
import * as step from '#record/kinds/step.js';
import * as undo from '#record/kinds/undo.js';
import * as workspace from '#record/kinds/workspace.js';

const KINDS = {
  ...action,
  ...arrival,
  ...clock,
  ...colleague,
  ...deal,
  ...guest,
  ...intro,
  ...invitation,
  ...letter,
  ...outgoing,
  ...owner,
  ...partner,
  ...reading,
  ...step,
  ...undo,
  ...workspace,
};

type AnyKind = (typeof KINDS)[keyof typeof KINDS];

/** Every kind of entry that there is, by its name. */
export type KindName = AnyKind['kind'];
export type ContentOf<K extends KindName> = z.output<Extract<AnyKind, { kind: K }>['content']>;

/** Something that happened: what an action returns and only the record stores. */
export type Happening = {
  [K in KindName]: { readonly kind: K; readonly content: ContentOf<K>; readonly occurredAt?: string };
}[KindName];

const BY_NAME: ReadonlyMap<string, Kind> = new Map(
  Object.values(KINDS).map((each) => [each.kind, each as unknown as Kind]),
);

export function kindCalled(name: string): Kind {
  const found = BY_NAME.get(name);
  must(found, `there is a kind of entry called ${name}`);
  return found;
}

export const EVERY_KIND: readonly Kind[] = [...BY_NAME.values()];
