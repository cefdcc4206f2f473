import type { Deed } from './intruder.js';
import type { Scene } from './scene.js';

type Found = { readonly subject: string; readonly number: number; readonly code: string };

/** One way to bend the record, and where the audit must find it. */
export type Way = {
  readonly way: string;
  readonly deed: (scene: Scene) => Deed;
  readonly found: (scene: Scene) => readonly Found[];
  /** Found only against checkpoints that were kept outside; without them the audit raises nothing. */
  readonly onlyKept?: true;
};

/** A deed of SQL statements, each with its values. */
export function sql(...statements: readonly (readonly [text: string, ...values: unknown[]])[]): Deed {
  return async (client) => {
    for (const [text, ...values] of statements) {
      const done = await client.query(text, values);
      // A deed that touches nothing would prove nothing.
      if (done.rowCount === 0) throw new Error(`Nothing was touched by: ${text}`);
    }
  };
}
