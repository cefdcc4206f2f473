import { inject } from 'vitest';
import { openClient } from '#database/pool.js';
import { asDatabase } from '#database/url.js';

export type OwnDatabase = { readonly url: string; drop(): Promise<void> };

/** An empty database with logins of its own, for whole servers: they make their logins and tables themselves. */
export async function ownDatabase(name: string): Promise<OwnDatabase> {
  const { url } = inject('postgres');
  const own = `${name}_${process.pid}`;
  await run(url, `create database ${own} template template0 encoding 'UTF8'`);
  return {
    url: asDatabase(url, own),
    drop: async () => {
      await run(url, `drop database if exists ${own} with (force)`);
      for (const login of ['owner', 'app', 'auth']) await run(url, `drop role if exists ${own}_${login}`);
    },
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = await openClient(url, 'baton test');
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
