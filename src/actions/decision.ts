import type { Id, Mint } from '#domain/id.js';
import type { Refusal } from '#domain/refusal.js';
import type { Subject } from '#domain/subject.js';
import type { ArrivalToKeep, DeliveryToKeep } from '#record/arrivals/keep.js';
import type { Actor } from '#record/entry.js';
import type { Happening } from '#record/kinds/every.js';
import type { SecretToKeep } from '#record/secret.js';
import type { Known } from '#views/known.js';

/** Something that must happen after the commit. `after` is in seconds: mail to people waits ten. */
export type ErrandWanted = {
  readonly kind: string;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, string>>;
  readonly after?: number;
};

/** What an action decided: all of it is written in one transaction, or none of it. */
export type Decision = {
  readonly appends: readonly { readonly to: Subject; readonly happening: Happening }[];
  /** What happened, for people. */
  readonly said: string;
  readonly deal?: Id<'deal'>;
  readonly arrival?: Id<'arrival'>;
  readonly errands?: readonly ErrandWanted[];
  /** A first delivery keeps the arrival too; a later one is sealed under the key that the arrival has. */
  readonly keeps?:
    | {
        readonly arrival: ArrivalToKeep;
        readonly delivery: DeliveryToKeep;
        readonly texts?: readonly { readonly part: string; readonly text: string }[];
      }
    | { readonly key: Uint8Array; readonly delivery: DeliveryToKeep };
  /** Decoded texts, kept once under their part's name. */
  readonly texts?: readonly TextToKeep[];
  /** Passwords, kept sealed and named in an entry by their ids alone. */
  readonly secrets?: readonly SecretToKeep[];
  /** Message-IDs that a new deal claims: one that another deal has makes the action be decided again. */
  readonly threads?: readonly { readonly messageId: string; readonly deal: Id<'deal'> }[];
  /** Message-IDs of further mails of a deal. */
  readonly replies?: readonly { readonly messageId: string; readonly deal: Id<'deal'> }[];
  readonly mentions?: readonly { readonly messageId: string; readonly arrival: Id<'arrival'> }[];
  /** Errands that are taken back, by id, where they still wait. */
  readonly cancels?: readonly string[];
  /** False for what cannot be taken back, such as keeping a mail. */
  readonly undoable?: boolean;
};

/** A decoded text and the key of its arrival, under which it is sealed. */
type TextToKeep = {
  readonly arrival: Id<'arrival'>;
  readonly key: Uint8Array;
  readonly part: string;
  readonly text: string;
};

export type Touches = {
  readonly deals?: readonly Id<'deal'>[];
  readonly arrivals?: readonly Id<'arrival'>[];
  readonly workspace?: boolean;
};

export type Moment = { readonly now: string; readonly mint: Mint; readonly actor: Actor };

/**
 * One thing that may be done. `decide` is pure: the same known, asked and moment give the same decision.
 * `touches` names the chains that it may append to; they are locked in one fixed order.
 */
export type Action<Asked> = {
  readonly name: string;
  readonly touches: (asked: Asked) => Touches;
  readonly decide: (known: Known, asked: Asked, moment: Moment) => Decision | Refusal;
};

export function action<Asked>(definition: Action<Asked>): Action<Asked> {
  return definition;
}
