import { openEmbedded } from '#database/embedded/embedded.js';
import { Fault } from '#domain/fault.js';
import { silent } from './silence.js';

// A process that holds a home as a server would, until it is told to stop or is killed.
const home = process.argv[2] ?? '';
try {
  const embedded = await openEmbedded({ home, log: silent });
  embedded.announce('http://localhost:4711');
  process.once('SIGTERM', async () => {
    await embedded.close();
    process.exit(0);
  });
  console.log(JSON.stringify({ postgres: embedded.pid(), url: embedded.url }));
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.log(JSON.stringify({ fault: error instanceof Fault ? error.code : String(error) }));
  process.exit(1);
}
