import type { Access } from '#access/access.js';
import type { Room } from '#actions/perform.js';
import type { Ground } from '#database/ground.js';
import type { Log } from '#database/log.js';
import type { Notices } from '#database/notice.js';
import type { Incoming } from '#domain/arrival.js';
import type { Refusal } from '#domain/refusal.js';
import type { Signer } from '#record/note.js';
import type { FirstLook } from '#sources/mail/first-look.js';
import type { InForce } from '#worker/outgoing.js';
import type { Reader } from '#worker/read.js';

/** What the web door stands on: made once by app.ts. */
export type Desk = {
  readonly room: Room;
  readonly ground: Ground;
  readonly access: Access;
  /** What checkpoints and bundles are signed with. */
  readonly signer: Signer;
  readonly reader: Reader;
  readonly notices: Notices;
  readonly log: Log;
  /** Bytes of a file or a paste as arrivals to keep, or why they are refused before anything is kept. */
  readonly open: (file: Incoming) => readonly Incoming[] | Refusal;
  readonly look: (bytes: Uint8Array) => FirstLook;
  /** The server that mail goes out through now, or null. */
  readonly outgoing: () => Promise<InForce | null>;
  readonly place: Place;
  /** Whether everything that serving needs is there: the answer of /readyz. */
  readonly ready: () => Promise<readonly Readiness[]>;
};

export type Readiness = { readonly name: string; readonly ok: boolean; readonly words: string };

/** Where this Baton stands, for words on pages. */
type Place = {
  readonly url: string;
  /** Whether BATON_URL was set: without it a link in a mail would lead nowhere. */
  readonly isUrlSet: boolean;
  readonly introAddresses: readonly string[];
  /** "Listening on port 4725 since 09:14.", or why not. */
  readonly listening: string;
  /** The outgoing server that the environment names, without its password. One that is set on the page goes before it. */
  readonly environmentServer: { readonly server: string; readonly from: string } | null;
  /** The folder of the built screens, or null where they were not built. */
  readonly screens: string | null;
  /** Whether this is the demo, which every page says. */
  readonly demo: boolean;
};
