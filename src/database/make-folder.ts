import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from '#domain/fault.js';

/**
 * Makes a folder of an installation and what it stands in. One step after the other: Node's recursive way never
 * ends where the system says of a folder it was asked to make that there is no such place, as below /proc.
 */
export function makeFolder(path: string, mode: number): void {
  const missing: string[] = [];
  for (let place = path; !existsSync(place); place = dirname(place)) missing.unshift(place);
  for (const place of missing) {
    try {
      mkdirSync(place, place === path ? { mode } : {});
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      // Of two that start at once one makes it.
      if (code === 'EEXIST') continue;
      const because = `${path} cannot be made (${code}). Set BATON_HOME to a folder that this user may write to.`;
      throw new Fault('home.cannot-be-made', because, { retry: 'never', cause });
    }
  }
}
