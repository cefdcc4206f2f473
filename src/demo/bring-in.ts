import { createTransport, type Transporter } from 'nodemailer';
import type { Intake } from '#contract/arrival.js';
import type { StoryClock } from '#demo/clock.js';
import { type Heartbeat, moveOn } from '#demo/move-on.js';
import { type People, setUp } from '#demo/set-up.js';
import { BEGINS, type Deed, HAPPENINGS, type Mail, NOW } from '#demo/story/happenings.js';
import { mailFile } from '#demo/story/mail-file.js';
import { COMPANY } from '#demo/story/northbeam.js';
import { Fault } from '#domain/fault.js';

/** Where the story is brought in: the doors of a Baton that has just started, and its clock. */
export type Stage = {
  readonly url: string;
  readonly smtp: number;
  readonly firstAdminLink: string;
  readonly clock: StoryClock;
  readonly heartbeat: Heartbeat;
  readonly progress: (done: number, all: number) => void;
  /** Whether somebody asked the demo to stop meanwhile: the rest is then left out. */
  readonly isOver: () => boolean;
};

/**
 * Brings the story in as everybody else would: mail by SMTP, people and deeds by HTTP, each at its own time on
 * the story's clock. It ends at the story's now. What is refused on the way ends the demo with a sentence.
 * Returns the link that opens Theo's page; null where it was stopped before.
 */
export async function bringIn(stage: Stage): Promise<string | null> {
  const { clock, heartbeat, progress } = stage;
  const settled = async () => {
    if (!(await heartbeat.settled())) throw halted('what was due was not done in time');
  };
  progress(0, HAPPENINGS.length);
  clock.moveTo(BEGINS);
  const people = await setUp(stage.url, stage.firstAdminLink, settled);
  const deals = new Map<string, string>();
  let guest: string | null = null;
  const post = createTransport({ host: '127.0.0.1', port: stage.smtp, secure: false, ignoreTLS: true });
  try {
    for (const [index, happening] of HAPPENINGS.entries()) {
      if (stage.isOver()) return null;
      await moveOn(clock, heartbeat, happening.at);
      if ('mail' in happening) await send(post, happening);
      else guest = (await carryOut(people, deals, happening)) ?? guest;
      await settled();
      if ('mail' in happening) await noteDeal(people, deals, happening.mail);
      progress(index + 1, HAPPENINGS.length);
    }
  } finally {
    post.close();
  }
  await moveOn(clock, heartbeat, NOW);
  await settled();
  return guest;
}

async function send(post: Transporter, { mail, from }: Mail): Promise<void> {
  try {
    await post.sendMail({ envelope: { from, to: [COMPANY.intake] }, raw: mailFile(mail) });
  } catch (cause) {
    throw halted(`the mail ${mail} was not taken in`, cause);
  }
}

/** An intro opens a deal, which Intake leads to; what is none opens nothing. */
async function noteDeal(people: People, deals: Map<string, string>, mail: string): Promise<void> {
  const intake: Intake = await people.get('marcus')?.door.get('intake');
  const known = [...deals.values()];
  const fresh = intake.rows.find((row) => row.deal !== null && !known.includes(row.deal));
  if (fresh?.deal) deals.set(mail, fresh.deal);
}

/** Returns the link that the deed made, or null where it made none. */
async function carryOut(people: People, deals: Map<string, string>, deed: Deed): Promise<string | null> {
  const deal = deals.get(deed.on);
  if (deal === undefined) throw halted(`${deed.on} opened no deal`);
  const done = await people.get(deed.who)?.door.post(`deals/${deal}/${deed.does}`, deed.said);
  return done?.url ?? null;
}

function halted(what: string, cause?: unknown): Fault {
  return new Fault('demo.halted', `The demo's story could not be brought in: ${what}.`, {
    retry: 'never',
    cause,
  });
}
