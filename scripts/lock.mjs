import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs `work` while no other process of this machine does the same for this clone. Whoever comes second waits
 * and then looks again, so that two starts at once make one build.
 */
export async function alone(root, say, work) {
  const folder = join(root, '.building');
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const release = await take(lock, say);
  try {
    return await work();
  } finally {
    release();
  }
}

async function take(lock, say) {
  const token = `${process.pid} ${Math.random()}`;
  let told = false;
  for (;;) {
    if (await claim(lock, token)) {
      // A process that is killed leaves the lock behind; the next one sees that its owner is gone.
      return () => {
        if (holder(lock) === token) rmSync(lock, { force: true });
      };
    }
    const owner = Number(holder(lock)?.split(' ')[0]);
    if (Number.isNaN(owner) || !lives(owner)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (!told) say(`Another start (process ${owner}) is making this ready. Waiting for it.`);
    told = true;
    await wait(200);
  }
}

async function claim(lock, token) {
  try {
    writeFileSync(lock, token, { flag: 'wx' });
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  // Two that clear away the same dead lock can each make a new one: after a moment only one token stands there.
  await wait(60);
  return holder(lock) === token;
}

function holder(lock) {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return null;
  }
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
