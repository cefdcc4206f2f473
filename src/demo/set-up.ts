import type { Settings } from '#contract/settings.js';
import { COLLEAGUES, COMPANY, PARTNERS, type Who } from '#demo/story/northbeam.js';
import { WebDoor } from '#demo/web-door.js';
import { Fault } from '#domain/fault.js';

/** The people of the story, each signed in, by who they are. */
export type People = ReadonlyMap<Who, { readonly id: string; readonly door: WebDoor }>;

/**
 * Northbeam as its first admin sets it up at the door: the company, its people, its partners and who gets
 * whose intros. `settled` resolves once what follows a change is done, such as making invitations.
 */
export async function setUp(
  url: string,
  firstAdminLink: string,
  settled: () => Promise<void>,
): Promise<People> {
  const first = COLLEAGUES[0];
  const admin = await new WebDoor(url).signIn(firstAdminLink, { name: first.name, email: first.email });
  await admin.post('settings/company', { company: COMPANY.name });
  await admin.post('settings/domains', { domain: COMPANY.domain });
  await admin.post('settings/week', COMPANY.week);
  await admin.post('settings/addresses', { address: COMPANY.intake });
  for (const { name, email, role, title } of COLLEAGUES.slice(1))
    await admin.post('settings/people', { name, email, role, title });
  for (const { name, domains, people } of PARTNERS)
    await admin.post('settings/partners', { name, domains, people });
  await settled();
  const settings: Settings = await admin.get('settings');
  const people = await signIn(url, admin, settings);
  await admin.patch(`settings/people/${people.get(first.who)?.id}`, { title: first.title });
  await makeRules(admin, settings, people);
  await settled();
  return people;
}

async function signIn(url: string, admin: WebDoor, settings: Settings): Promise<People> {
  const people = new Map<Who, { id: string; door: WebDoor }>();
  for (const { who, name, email } of COLLEAGUES) {
    const person = settings.people.find((each) => each.email === email);
    if (person?.id == null) throw notThere(`${name} is not in the settings`);
    if (who !== 'marcus' && person.invitation === null) throw notThere(`${name} has no invitation`);
    const door = person.invitation === null ? admin : await new WebDoor(url).signIn(person.invitation);
    people.set(who, { id: person.id, door });
  }
  return people;
}

async function makeRules(admin: WebDoor, settings: Settings, people: People): Promise<void> {
  // The first admin gets the intros of anybody else until somebody says otherwise. Here nobody does, so that a
  // partner without a rule is a gap that can be seen.
  for (const { id } of settings.rules) await admin.remove(`settings/rules/${id}`);
  for (const { name, rule } of PARTNERS) {
    if (rule === null) continue;
    const partner = settings.partners.find((each) => each.name === name)?.id;
    if (partner === undefined) throw notThere(`${name} is not among the partners`);
    const [owner, backup] = [people.get(rule.owner)?.id, people.get(rule.backup)?.id];
    await admin.post('settings/rules', { partner, owner, backup, role: rule.role });
  }
}

function notThere(what: string): Fault {
  return new Fault('demo.set-up', `The demo could not be set up: ${what}.`, { retry: 'never' });
}
