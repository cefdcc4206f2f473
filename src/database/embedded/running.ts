import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process as the system knows it. `started` tells it from a later one that was given the same number. */
export type Running = { readonly pid: number; readonly started: string; readonly zombie: boolean };

/** The process with this number, or null where there is none. */
export function running(pid: number): Running | null {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** Numbers of the processes that work in `folder`: a PostgreSQL server and its children stand in their data. */
export function workingIn(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => workingFolder(name) === folder)
    .map(Number);
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function fromProc(pid: number): Running | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets itself; what follows the last one is regular (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { pid, started: `${boot}/${fields[19] ?? ''}`, zombie: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return null;
  }
}

function fromPs(pid: number): Running | null {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    if (line === '') return null;
    const [state = '', ...started] = line.split(/\s+/);
    return { pid, started: started.join(' '), zombie: state.startsWith('Z') };
  } catch {
    return null;
  }
}
