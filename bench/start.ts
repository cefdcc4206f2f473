import { createTransport } from 'nodemailer';
import { Dice } from '../test/crash/dice.js';
import { House } from '../test/crash/house.js';
import { Letters } from '../test/crash/letters.js';
import { median } from './windows.js';

const MAILS = 100;
const ROUNDS = 7;
const MOST = 3_000;

/**
 * From the start of the process, of a build, until /readyz says yes, on a folder that holds a hundred mails:
 * after a quiet stop, and after a kill that left the database running. False where the median after a quiet
 * stop is above three seconds.
 */
export async function start(say: (line: string) => void): Promise<boolean> {
  const house = await House.build('built', { BATON_LOG_LEVEL: 'warn' });
  try {
    house.start();
    const first = await house.ready();
    await fill(house.smtp);
    const afterStop: number[] = [];
    const afterKill: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await house.stop();
      afterStop.push(await timed(house));
      await house.killServer();
      afterKill.push(await timed(house));
    }
    const spread = (list: readonly number[]) =>
      `median ${Math.round(median(list))} ms, most ${Math.round(Math.max(...list))} ms`;
    say('start until /readyz says yes');
    say(`  on a fresh folder: ${Math.round(first)} ms, once`);
    say(`  on ${MAILS} mails after a quiet stop: ${spread(afterStop)}`);
    say(`  on ${MAILS} mails after kill -9: ${spread(afterKill)}`);
    return median(afterStop) < MOST;
  } finally {
    await house.tearDown();
  }
}

async function timed(house: House): Promise<number> {
  house.start();
  return house.ready();
}

async function fill(port: number): Promise<void> {
  const letters = new Letters(new Dice(3));
  const transport = createTransport({ pool: true, host: '127.0.0.1', port, ignoreTLS: true });
  const envelope = { from: 'theo@kestrel.example', to: 'intro@localhost' };
  for (let sent = 0; sent < MAILS; sent += 1)
    await transport.sendMail({ envelope, raw: letters.next().bytes });
  transport.close();
}
