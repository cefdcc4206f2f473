import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './build.mjs';
import { answers, freePort, sendMail, start } from './stranger-tools.mjs';
import { Tally } from './tally.mjs';

// What somebody does who was told nothing: clone, `npm start`, open the address, send a mail, stop, start again.
// Each step that is not there yet fails and says what was seen instead.

const FIRST_START = 600_000;
const tally = new Tally();
const folder = mkdtempSync(join(tmpdir(), 'baton-stranger-'));
// The database's own user must be able to reach the home in it.
chmodSync(folder, 0o755);
const clone = join(folder, 'baton');
const [web, smtp] = [await freePort(), await freePort()];
const environment = { BATON_HOME: join(folder, 'home'), BATON_PORT: `${web}`, BATON_SMTP_PORT: `${smtp}` };
const running = [];
try {
  await visit();
} catch (error) {
  tally.check('the visit went to its end', false, error.stack);
}
for (const each of running) each.kill();
rmSync(folder, { recursive: true, force: true });
process.exitCode = tally.close();

async function visit() {
  // The owner of the clone may be another user than the one who runs this.
  const git = spawnSync('git', ['-c', 'safe.directory=*', 'clone', '--quiet', `file://${ROOT}`, clone], {
    encoding: 'utf8',
  });
  if (!tally.check('the repository can be cloned', git.status === 0, git.stderr)) return;
  const first = begin();
  const began = await first.until(new RegExp(`https?://[^\\s]*:${web}\\b`), FIRST_START);
  if (!tally.check('npm start prints the address', began, first.said)) return;
  await lookAround(first);
  await refuseSecond();
  tally.check('SIGTERM ends it with exit code 0', (await first.stop()) === 0, first.said.slice(-2000));
  const left = spawnSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' });
  tally.check('the clone is as it was', left.stdout === '', left.stdout);
  await comeBack();
}

async function lookAround(first) {
  const link = await first.until(new RegExp(`https?://[^\\s]*:${web}/[^\\s]*[\\w-]{16,}`), 10_000);
  tally.check('it prints a sign-in link', link, first.said);
  const address = `http://127.0.0.1:${web}`;
  tally.check('/livez answers', await answers(`${address}/livez`));
  tally.check('/readyz answers', await answers(`${address}/readyz`));
  tally.check('the address shows a page', await answers(address, 'text/html'));
  if (link) {
    const path = new URL(link[0]).pathname + new URL(link[0]).search;
    const twice = [await answers(address + path, 'text/html'), await answers(address + path, 'text/html')];
    tally.check('the link opens a page, and opening it does not use it up', twice[0] && twice[1]);
  }
  const said = await sendMail(smtp, 'intro@localhost');
  tally.check('an intro sent to intro@localhost is taken in', said.startsWith('250'), said);
  const other = await sendMail(smtp, 'someone@elsewhere.example');
  tally.check('mail for somebody else is refused', other.startsWith('550'), other);
}

async function refuseSecond() {
  const second = begin({ BATON_PORT: `${await freePort()}`, BATON_SMTP_PORT: `${await freePort()}` });
  const code = await second.ended(30_000);
  const named = /another baton|already/i.test(second.said) && !/\n\s+at /.test(second.said);
  tally.check(
    'a second start on the same folder is refused in a sentence',
    code !== null && code !== 0 && named,
    second.said,
  );
}

async function comeBack() {
  const asked = performance.now();
  const again = begin();
  const up = await again.until(new RegExp(`:${web}\\b`), 30_000);
  const seconds = ((performance.now() - asked) / 1000).toFixed(2);
  tally.check(
    `it comes back on its folder (${seconds} s)`,
    up && (await answers(`http://127.0.0.1:${web}/readyz`)),
    again.said,
  );
  tally.check('and ends again with exit code 0', (await again.stop()) === 0, again.said.slice(-2000));
}

function begin(changes = {}) {
  const started = start('npm', ['start'], clone, { ...environment, ...changes });
  running.push(started);
  return started;
}
