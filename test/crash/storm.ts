import { setTimeout as pause } from 'node:timers/promises';
import { Desk } from './desk.js';
import { Dice } from './dice.js';
import { House, type Made } from './house.js';
import { type Inspection, inspect } from './inspect.js';
import { Letters } from './letters.js';
import { Post } from './post.js';
import { setUp } from './set-up.js';

export type Forecast = {
  /** How often the server's process is killed, and how often PostgreSQL. */
  readonly server: number;
  readonly database: number;
  readonly seed: number;
  readonly made: Made;
  /** Milliseconds between two kills, at most. */
  readonly calm: number;
  readonly say: (line: string) => void;
};

export type Weather = {
  readonly seed: number;
  readonly seconds: number;
  readonly serverKills: number;
  /** Of those, in the middle of a start. */
  readonly startKills: number;
  readonly databaseKills: number;
  /** Milliseconds until /readyz says yes: from the start of the process, and from the kill of the database. */
  readonly restarts: readonly number[];
  readonly recoveries: readonly number[];
  readonly mails: number;
  readonly mailAcks: number;
  readonly calls: number;
  readonly callAcks: number;
  readonly refusals: number;
  readonly mistakes: readonly string[];
  readonly exit: number | null;
  readonly found: Inspection;
};

const SENDERS = 3;
const CALLERS = 3;

/** Puts a Baton of its own under load, kills it and its database at random moments, and looks at what is left. */
export async function storm(forecast: Forecast): Promise<Weather> {
  const from = performance.now();
  const dice = new Dice(forecast.seed);
  const house = await House.build(forecast.made);
  try {
    house.start();
    await house.ready();
    const settled = await setUp(house);
    const post = new Post(new Letters(dice.split()), dice.split(), house.smtp);
    const desk = new Desk(house.url, settled.key, settled, dice.split(), post);
    const over = new AbortController();
    const working = [
      ...Array.from({ length: SENDERS }, () => post.work(over.signal, 25)),
      ...Array.from({ length: CALLERS }, () => desk.work(over.signal, 25)),
      desk.look(over.signal),
    ];
    const kills = await kill(house, dice, forecast);
    over.abort();
    await Promise.all(working);
    for (const call of desk.calls) await desk.again(call);
    post.close();
    forecast.say('The storm is over; looking at what is left.');
    const found = await inspect(house, post.sent, desk.calls);
    const exit = await house.stop();
    return {
      seed: forecast.seed,
      seconds: (performance.now() - from) / 1000,
      ...kills,
      mails: post.sent.length,
      mailAcks: post.acks,
      calls: desk.calls.length,
      callAcks: desk.acks,
      refusals: desk.calls.length - desk.acks,
      mistakes: house.mistakes(),
      exit,
      found,
    };
  } finally {
    await house.tearDown();
  }
}

async function kill(house: House, dice: Dice, forecast: Forecast) {
  const plan = dice.shuffle([
    ...Array.from({ length: forecast.server }, () => 'server' as const),
    ...Array.from({ length: forecast.database }, () => 'database' as const),
  ]);
  const restarts: number[] = [];
  const recoveries: number[] = [];
  let [serverKills, startKills, databaseKills] = [0, 0, 0];
  while (plan.length > 0) {
    await pause(dice.between(200, forecast.calm));
    const what = plan.shift();
    if (what === 'database') {
      house.killDatabase();
      databaseKills += 1;
      // It still answers "yes" for the moment that the kill takes.
      await pause(5);
      recoveries.push(await house.ready());
      forecast.say(`database killed, back after ${Math.round(recoveries.at(-1) ?? 0)} ms`);
      continue;
    }
    await house.killServer();
    serverKills += 1;
    house.start();
    // Now and then it is killed again before it stands.
    if (plan[0] === 'server' && dice.chance(0.2)) {
      plan.shift();
      await pause(dice.between(50, 1_500));
      await house.killServer();
      serverKills += 1;
      startKills += 1;
      house.start();
    }
    restarts.push(await house.ready());
    forecast.say(`server killed, back after ${Math.round(restarts.at(-1) ?? 0)} ms`);
  }
  return { serverKills, startKills, databaseKills, restarts, recoveries };
}
