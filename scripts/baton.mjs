import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeReady, ROOT } from './build.mjs';
import { Sentence, speak } from './sentence.mjs';

// Behind `npm start` and `npm run -s baton -- …`: installs and builds what is missing, then becomes the command,
// in this same process, so that signals and exit codes are the command's own. It prints nothing on stdout.
await speak(async () => {
  checkNode();
  await makeReady(ROOT);
  standWhereTyped();
  const command = join(ROOT, 'dist/cli/baton.js');
  if (!existsSync(command)) throw new Sentence('This clone has no command yet: src/cli/baton.ts is missing.');
  await import(pathToFileURL(command).href);
});

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Sentence(`Baton needs Node 20.19 or later, and this is ${process.versions.node}.`);
}

/** npm goes to the clone before it runs a script; a file named on the command line lies where it was typed. */
function standWhereTyped() {
  const { INIT_CWD: typed, npm_lifecycle_event: script } = process.env;
  const byNpm = ['start', 'baton', 'demo'].includes(script ?? '') && process.cwd() === ROOT;
  if (byNpm && typed && existsSync(typed)) process.chdir(typed);
}
