import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { running } from '#database/embedded/running.js';
import { Fault } from '#domain/fault.js';

/** Who holds a home. */
export type Holder = {
  readonly pid: number;
  readonly started: string;
  /** When it took the home, ISO 8601. */
  readonly since: string;
  /** Where it answers, once it does. */
  readonly address: string | null;
};

export type HomeLock = { announce(address: string): void; release(): void };

/**
 * Takes a home for this process. Where a living Baton holds it, that one is returned instead. The holder is
 * known by its number and its start, so a number that the system gave away again does not look alive.
 */
export function takeHome(home: string, now: Date): { lock: HomeLock } | { holder: Holder } {
  const path = join(home, 'baton.lock');
  const own: Holder = {
    pid: process.pid,
    started: running(process.pid)?.started ?? '',
    since: now.toISOString(),
    address: null,
  };
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (create(path, own)) return { lock: hold(path, own) };
    const text = read(path);
    if (text === null) continue;
    const holder = parse(text);
    if (holder !== null && lives(holder)) return { holder };
    clearAway(path, text);
  }
  throw new Fault(
    'home.lock-contended',
    'Several Batons start on this home at once. Start one of them again.',
    { retry: 'soon' },
  );
}

/** The refusal of a second start, naming the first. */
export function inUse(home: string, holder: Holder): Fault {
  const where = holder.address === null ? 'it is still starting' : `it answers at ${holder.address}`;
  const because = `Another Baton runs on ${home} already: process ${holder.pid}, since ${holder.since}, ${where}. Stop it first, or set BATON_HOME to another folder.`;
  return new Fault('home.in-use', because, { retry: 'never' });
}

function create(path: string, own: Holder): boolean {
  // Written in full before it gets its name, so that nobody ever reads half a lock.
  const draft = `${path}.${own.pid}`;
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    unlinkSync(draft);
  }
}

function hold(path: string, own: Holder): HomeLock {
  return {
    announce: (address) => {
      const draft = `${path}.${own.pid}`;
      writeFileSync(draft, JSON.stringify({ ...own, address }), { mode: 0o600 });
      renameSync(draft, path);
    },
    release: () => {
      const holder = parse(read(path) ?? '');
      if (holder?.pid === own.pid && holder.started === own.started) unlinkSync(path);
    },
  };
}

/**
 * Removes a lock whose holder is gone. Two starters may both find it so, and the slower one may take away the
 * faster one's fresh lock: what was taken is looked at, and a living one is put back.
 */
function clearAway(path: string, dead: string): void {
  const aside = `${path}.dead-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== dead) {
    try {
      linkSync(aside, path);
    } catch {
      // A third one stands there by now; the next look decides.
    }
  }
  unlinkSync(aside);
}

function lives(holder: Holder): boolean {
  const found = running(holder.pid);
  return found !== null && !found.zombie && found.started === holder.started;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parse(text: string): Holder | null {
  try {
    const found = JSON.parse(text) as Holder;
    return typeof found.pid === 'number' && typeof found.started === 'string' ? found : null;
  } catch {
    return null;
  }
}
