import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Dice } from '../test/crash/dice.js';
import { House } from '../test/crash/house.js';
import { Letters } from '../test/crash/letters.js';
import { Sender } from './sender.js';
import { measure, type Way } from './windows.js';

const CLIENTS = [1, 8, 32];

/**
 * Mails taken in, each with its 250 after the commit, beside a plain smtp-server that throws them away; both in
 * processes of their own. The reading of the mails is another server's work here (BATON_ROLES). Nothing gates.
 */
export async function smtp(say: (line: string) => void, seconds: number): Promise<boolean> {
  const house = await House.build('built', { BATON_ROLES: 'web,smtp', BATON_LOG_LEVEL: 'warn' });
  const plain = await startPlain();
  try {
    house.start();
    await house.ready();
    const letters = new Letters(new Dice(7));
    say('mails over SMTP, 250 after the commit, beside a plain smtp-server that discards');
    for (const clients of CLIENTS) {
      const open = (port: number) => Promise.all(Array.from({ length: clients }, () => Sender.open(port)));
      const [discards, keeps] = [await open(plain.port), await open(house.smtp)];
      const ways: Way[] = [
        { name: 'plain', work: async (client) => discards[client]?.send(letters.next().bytes) },
        { name: 'kept', work: async (client) => keeps[client]?.send(letters.next().bytes) },
      ];
      const measured = await measure(ways, clients, 5, (seconds * 1_000) / 12);
      for (const sender of [...discards, ...keeps]) sender.close();
      const rate = (name: string) => Math.round(measured.rates.get(name) ?? 0);
      say(
        `  ${String(clients).padStart(2)} connections: plain ${rate('plain')}/s, kept ${rate('kept')}/s = ${measured.ratio('kept').toFixed(2)}`,
      );
    }
    return true;
  } finally {
    plain.child.kill();
    await house.tearDown();
  }
}

async function startPlain(): Promise<{ child: ChildProcess; port: number }> {
  const file = fileURLToPath(new URL('./plain-smtp.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, port: Number(line.toString()) };
}
