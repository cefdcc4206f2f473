import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { takeClient } from '#database/pool.js';
import { isConnectionLost } from '#database/sql-state.js';
import { Fault } from '#domain/fault.js';
import { must } from '#domain/must.js';

/** SQL with its parameters. A `name` makes it a prepared statement: one name, one text, for ever. */
export type Statement = {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
};

/** A transaction of one workspace. Statements sent without waiting for each other travel together. */
export type Transaction = {
  query<R extends QueryResultRow = QueryResultRow>(
    statement: Statement | string,
    values?: readonly unknown[],
  ): Promise<QueryResult<R>>;
};

/**
 * How the text of `oneStatement` begins. Each part of the statement must read `from s`, or the policies look
 * before the workspace is set and nothing is let through.
 */
export const SET_WORKSPACE = `with s as materialized (select set_config('app.workspace', $1::text, true))`;

const ENTER: Statement = {
  name: 'enter-workspace',
  text: `select set_config('app.workspace', $1::text, true)`,
};

/**
 * Runs a READ COMMITTED transaction in which row level security lets through this workspace alone (a UUID).
 * Resolves after a COMMIT that the server confirmed; whatever `run` throws is thrown on after a ROLLBACK. A
 * connection lost at COMMIT is a Fault whose outcome is unknown: ask by operation id before repeating.
 */
export function inWorkspace<T>(
  pool: Pool,
  workspace: string,
  run: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return transact(pool, workspace, 'begin isolation level read committed', run);
}

/** The same for reading only, from one snapshot. A lost connection is taken up again once: reading changes nothing. */
export async function readWorkspace<T>(
  pool: Pool,
  workspace: string,
  run: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const begin = 'begin isolation level repeatable read read only';
  try {
    return await transact(pool, workspace, begin, run);
  } catch (error) {
    if (!isLost(error)) throw error;
    return transact(pool, workspace, begin, run);
  }
}

/**
 * Reads with one statement in one flight: BEGIN, the workspace, the statement and COMMIT are sent together.
 * `values` are `$1` and on.
 */
export function readOne<R extends QueryResultRow>(
  pool: Pool,
  workspace: string,
  statement: Statement,
): Promise<R[]> {
  return readWorkspace(pool, workspace, async (tx) => (await tx.query<R>(statement)).rows);
}

/**
 * Runs one autocommit statement whose text begins with SET_WORKSPACE: one flight, all of it or nothing.
 * `$1` is the workspace, and `values` are `$2` and on.
 */
export async function oneStatement<R extends QueryResultRow>(
  pool: Pool,
  workspace: string,
  statement: Required<Statement>,
): Promise<QueryResult<R>> {
  must(statement.text.startsWith(SET_WORKSPACE), 'a single statement sets its workspace first');
  const client = await takeClient(pool);
  let lost = false;
  try {
    return await send<R>(client, { ...statement, values: [workspace, ...statement.values] });
  } catch (error) {
    lost = isConnectionLost(error);
    throw lost ? outcomeUnknown(error) : error;
  } finally {
    client.release(lost);
  }
}

async function transact<T>(
  pool: Pool,
  workspace: string,
  begin: string,
  run: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await takeClient(pool);
  const scope = new Scope(client);
  let unusable = false;
  try {
    // Sent ahead of the first statement of `run`, in the same flight.
    scope.sendAhead({ text: begin });
    scope.sendAhead({ ...ENTER, values: [workspace] });
    const result = await run(scope);
    await scope.commit();
    return result;
  } catch (error) {
    unusable = !(await scope.rollback());
    throw error;
  } finally {
    client.release(unusable);
  }
}

class Scope implements Transaction {
  readonly #client: PoolClient;
  readonly #ahead: Promise<unknown>[] = [];
  #open = true;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  sendAhead(statement: Statement): void {
    const sent = send(this.#client, statement);
    // Its failure is thrown by `commit`; until then it must not count as unhandled.
    sent.catch(() => undefined);
    this.#ahead.push(sent);
  }

  query<R extends QueryResultRow>(
    statement: Statement | string,
    values?: readonly unknown[],
  ): Promise<QueryResult<R>> {
    must(this.#open, 'a transaction is used only while it is open');
    return send<R>(
      this.#client,
      typeof statement === 'string' ? { text: statement, values: values ?? [] } : statement,
    );
  }

  async commit(): Promise<void> {
    this.#open = false;
    try {
      const [done] = await Promise.all([send(this.#client, { text: 'commit' }), ...this.#ahead]);
      // After a failed statement COMMIT answers ROLLBACK and reports no error.
      if (done.command !== 'COMMIT') {
        throw new Fault('database.rolled-back', 'The database undid the change, so nothing was stored.', {
          retry: 'soon',
        });
      }
    } catch (error) {
      throw isConnectionLost(error) ? outcomeUnknown(error) : error;
    }
  }

  /** False where the connection is of no more use. */
  async rollback(): Promise<boolean> {
    this.#open = false;
    const [done] = await Promise.allSettled([send(this.#client, { text: 'rollback' }), ...this.#ahead]);
    return done.status === 'fulfilled';
  }
}

function send<R extends QueryResultRow>(client: PoolClient, statement: Statement): Promise<QueryResult<R>> {
  const { name, text, values } = statement;
  const config = { text, values: values === undefined ? [] : [...values] };
  return client.query<R>(name === undefined ? config : { name, ...config });
}

/** True where it is not known whether what was sent was done: the connection went away before the answer came. */
export function isLost(error: unknown): boolean {
  return isConnectionLost(error) || (error instanceof Fault && error.code === 'database.outcome-unknown');
}

function outcomeUnknown(cause: unknown): Fault {
  const because = 'The database went away before it answered, so it is not known whether this was stored.';
  return new Fault('database.outcome-unknown', because, { retry: 'soon', cause });
}
