import { colleague, eventually, firstAdmin, type OpenBaton, openBaton } from './open-baton.js';
import type { Receiver } from './receiver.js';
import { openReceiver } from './receiver.js';
import { INTRO_01, known, setUp } from './story-mail.js';
import type { Visitor } from './visitor.js';

export const JOANNA = { name: 'Joanna Pruitt', address: 'jpruitt@harbormutual.example' };
export const THEO = { name: 'Theo Lindqvist', address: 'theo.lindqvist@cobaltridge.example' };
export const TEXT =
  'Joanna, thanks to Theo I have the short version. Does Tuesday at 11:00 ET suit you?\n\nInes';

type Row = { deal: string; letter: string; state: string; words: string | null; first: string };

/** Northbeam with a real mail server to hand its mail to, and deals that Ines took. */
export class OutgoingStory {
  readonly baton: OpenBaton;
  readonly receiver: Receiver;
  readonly marcus: Visitor;
  readonly ines: Visitor;
  /** How many deals were taken: the thread of each is named after it. */
  count = 0;

  private constructor(baton: OpenBaton, receiver: Receiver, marcus: Visitor, ines: Visitor) {
    this.baton = baton;
    this.receiver = receiver;
    this.marcus = marcus;
    this.ines = ines;
  }

  static async begin(): Promise<OutgoingStory> {
    const receiver = await openReceiver();
    const baton = await openBaton({ BATON_OUTGOING_URL: receiver.url });
    const marcus = await firstAdmin(baton);
    await setUp(marcus);
    const ines = await colleague(baton, marcus, 'Ines Moreau', 'ines.moreau@northbeam.example');
    const who = await known(marcus);
    const rule = { partner: who.partner, owner: who.person('ines.moreau'), backup: null, role: 'co-seller' };
    must200(await marcus.post('/api/v1/settings/rules', rule));
    const story = new OutgoingStory(baton, receiver, marcus, ines);
    await story.#invite();
    return story;
  }

  /** Whoever was added and did not sign in is mailed an invitation: those are out before a story counts mails. */
  async #invite(): Promise<void> {
    this.later(11);
    await eventually(async () => {
      const { people } = (await this.marcus.get('/api/v1/settings')).body as {
        people: { mailed: string | null }[];
      };
      return people.every(({ mailed }) => mailed === null || mailed.startsWith('Mailed')) || null;
    });
    this.receiver.taken.length = 0;
  }

  async close(): Promise<void> {
    await this.baton.close();
    await this.receiver.close();
  }

  /** A deal of its own, taken by Ines. */
  async taken(): Promise<string> {
    this.count += 1;
    const mail = INTRO_01.toString('latin1')
      .replace('CAKt9xQm3vLr8nW0dH2pYb7sJf4uTzE', `follow-${this.count}`)
      .replace(/^References: .*\r?\n/m, '');
    const arrival = await this.marcus.hand(Buffer.from(mail, 'latin1'));
    const deal = await eventually(
      async () => (await this.marcus.get(`/api/v1/arrivals/${arrival}`)).body.row.deal as string | null,
    );
    must200(await this.ines.post(`/api/v1/deals/${deal}/take`));
    return deal;
  }

  send(deal: string, said: object = {}) {
    const mail = { to: [JOANNA], cc: [THEO], subject: 'Re: Intro', text: TEXT, ...said };
    return this.ines.post(`/api/v1/deals/${deal}/follow-up/send`, mail);
  }

  later(seconds: number): void {
    const { clock } = this.baton;
    clock.at(new Date(Date.parse(clock.now()) + seconds * 1000).toISOString());
  }

  /** The newest mail of a deal as the outbox shows it; fails where there is none. */
  async letterOf(deal: string): Promise<Row> {
    const found = await this.findLetter(deal);
    if (found === undefined) throw new Error('The outbox shows no mail of this deal.');
    return found;
  }

  async findLetter(deal: string): Promise<Row | undefined> {
    const { groups } = (await this.ines.get('/api/v1/outbox')).body as { groups: { rows: Row[] }[] };
    return groups.flatMap((group) => group.rows).find((row) => row.deal === deal);
  }

  async page(deal: string) {
    return (await this.ines.get(`/api/v1/deals/${deal}`)).body;
  }

  /** The letter of a deal once it stands like that. */
  becomes(deal: string, state: string): Promise<Row> {
    return eventually(async () => {
      const letter = await this.findLetter(deal);
      return letter?.state === state ? letter : null;
    });
  }

  /** Hands a mail in, and answers once it has joined a deal. */
  async joined(bytes: Buffer): Promise<string> {
    const arrival = await this.marcus.hand(bytes);
    await eventually(async () => (await this.marcus.get(`/api/v1/arrivals/${arrival}`)).body.row.deal);
    return arrival;
  }
}

function must200(answered: { status: number; text: string }): void {
  if (answered.status !== 200) throw new Error(answered.text);
}
