import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './sentence.mjs';

/** What the tests need from the machine itself, by the Debian package that brings it. */
const NEEDS = [
  {
    package: 'chromium',
    why: 'the screens are tested in a real browser',
    there: () =>
      ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some(existsSync),
  },
  {
    package: 'postgresql',
    why: "stores and a journey are tested on Debian's own PostgreSQL too",
    there: () =>
      versions().some((version) => existsSync(join('/usr/lib/postgresql', version, 'bin/postgres'))),
  },
];

/** Installs what the tests need, where that can be done, and returns a sentence for each thing still missing. */
export function prepareMachine() {
  const missing = NEEDS.filter((need) => !need.there());
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`Installing ${missing.map((need) => need.package).join(' and ')} from Debian for the tests.`);
    apt(['update']);
    for (const need of missing) {
      if (need.package === 'postgresql') keepFromMakingClusters();
      apt(['install', '--yes', '--no-install-recommends', need.package]);
    }
  }
  return NEEDS.filter((need) => !need.there()).map(
    (need) =>
      `${need.package} is missing: ${need.why}. As root: apt-get update && apt-get install ${need.package}`,
  );
}

// Debian starts a server on port 5432 when the package goes in; the tests bring their own and want no other.
function keepFromMakingClusters() {
  apt(['install', '--yes', '--no-install-recommends', 'postgresql-common']);
  const file = '/etc/postgresql-common/createcluster.conf';
  if (!existsSync(file)) return;
  writeFileSync(file, `${readFileSync(file, 'utf8')}\ncreate_main_cluster = false\n`);
}

function apt(words) {
  const done = spawnSync('apt-get', ['-q', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (done.status !== 0)
    say(`apt-get ${words.join(' ')} did not succeed: ${`${done.stderr ?? ''}`.trim().split('\n').at(-1)}`);
}

function versions() {
  try {
    return readdirSync('/usr/lib/postgresql');
  } catch {
    return [];
  }
}
