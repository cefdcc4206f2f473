import type { Client } from 'pg';
import { openClient } from '#database/pool.js';
import { type Audit, audit } from '#record/audit.js';
import { signerFrom } from '#record/note.js';
import type { FreshDatabase } from '../setup/database.js';
import { WORKSPACE, WRAP } from '../world/room.js';

export const SIGNER = signerFrom('baton.northbeam.example', new Uint8Array(32).fill(7));

const TABLES = ['record_entry', 'record_content', 'checkpoint'];

export type Deed = (client: Client) => Promise<unknown>;

/** Somebody with a superuser's connection, who takes the triggers off, and what the audit says afterwards. */
export class Intruder {
  readonly #client: Client;
  readonly #app: string;

  private constructor(client: Client, app: string) {
    this.#client = client;
    this.#app = app;
  }

  static async enter(database: FreshDatabase): Promise<Intruder> {
    const client = await openClient(database.url, 'baton intruder');
    const found = await database.app.query<{ name: string }>('select current_user as name');
    return new Intruder(client, found.rows[0]?.name ?? '');
  }

  leave(): Promise<void> {
    return this.#client.end();
  }

  /** Does the deed with the triggers off, and audits as the app does; then all of it is rolled back. */
  async tamper(deed: Deed, kept: readonly string[] = []): Promise<Audit> {
    const client = this.#client;
    await client.query('begin');
    try {
      for (const table of TABLES) await client.query(`alter table baton.${table} disable trigger all`);
      await deed(client);
      for (const table of TABLES) await client.query(`alter table baton.${table} enable trigger all`);
      await client.query(`set local role ${client.escapeIdentifier(this.#app)}`);
      await client.query(`select set_config('app.workspace', $1, true)`, [WORKSPACE]);
      return await audit({
        tx: {
          query: (statement, values) =>
            typeof statement === 'string'
              ? client.query(statement, values === undefined ? [] : [...values])
              : client.query({ ...statement, values: [...(statement.values ?? [])] }),
        },
        workspace: WORKSPACE,
        from: SIGNER,
        kept,
        wrap: WRAP,
        progress: () => undefined,
      });
    } finally {
      await client.query('rollback');
    }
  }

  /** Tries the deed with the triggers on, and answers what the database said to it; null where it was let through. */
  async refused(deed: Deed): Promise<string | null> {
    await this.#client.query('begin');
    try {
      await deed(this.#client);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      await this.#client.query('rollback');
    }
  }
}
