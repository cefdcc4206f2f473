import { describe, expect, test } from 'vitest';
import { addColleague, changeColleague } from '#actions/settings/colleague.js';
import { addAddress, addDomain, removeAddress, removeDomain } from '#actions/settings/company.js';
import { makeKey, revokeKey } from '#actions/settings/key.js';
import { addPartner, changePartner, removeRule, setRule } from '#actions/settings/partner.js';
import { setStandard, setWeek } from '#actions/settings/week.js';
import { ownerOf } from '#views/deal/state.js';
import { weekOf } from '#views/workspace/state.js';
import { BERLIN, introduced, KESTREL, northbeam, routed, SAM } from '../../../test/world/handoff.js';
import { DANA, MARCUS } from '../../../test/world/room.js';
import { Story } from '../../../test/world/story.js';

const NEW = { name: 'Ada Novak', email: 'Ada@Northbeam.example', role: 'member' as const, title: null };

describe('our own domains', () => {
  test('are not those where anybody can have an address', () => {
    const story = northbeam();
    expect(story.when(addDomain, { domain: 'freemail.example' })).toMatchObject({
      refused: 'domain.free-mail',
    });
    expect(story.when(addDomain, { domain: 'gmail.com' })).toMatchObject({ refused: 'domain.free-mail' });
  });

  test('are not a partner’s, and are named once', () => {
    const story = northbeam();
    expect(story.when(addDomain, { domain: 'kestrel.example' })).toMatchObject({
      refused: 'domain.partner',
    });
    expect(story.when(addDomain, { domain: 'northbeam.example' })).toMatchObject({
      refused: 'domain.known',
    });
    story.did(removeDomain, { domain: 'northbeam.example' });
    expect(story.when(removeDomain, { domain: 'northbeam.example' })).toMatchObject({
      refused: 'domain.unknown',
    });
    expect(story.workspace.domains).toEqual([]);
  });
});

describe('partners', () => {
  test('have domains of their own: not ours, not another’s, and not a free one', () => {
    const story = northbeam();
    const add = (domain: string) =>
      story.when(addPartner, { name: 'Meridian', domains: [domain], people: [] });
    expect(add('northbeam.example')).toMatchObject({ refused: 'domain.ours' });
    expect(add('kestrel.example')).toMatchObject({ refused: 'domain.partner' });
    expect(add('freemail.example')).toMatchObject({ refused: 'domain.free-mail' });
    expect(add('meridian.example')).toMatchObject({ said: 'Meridian is a partner.' });
    const other = story.workspace.partners.find((each) => each.name === 'Meridian')?.id ?? KESTREL;
    expect(
      story.when(changePartner, { partner: other, domains: ['meridian.example', 'kestrel.example'] }),
    ).toMatchObject({ refused: 'domain.partner' });
    expect(story.when(changePartner, { partner: other, domains: ['meridian.example'] })).toMatchObject({
      said: 'Saved. Mails that wait are read again with it.',
    });
  });

  test('are known once, however the name is written', () => {
    const story = northbeam();
    const asked = { name: 'KESTREL', domains: [], people: [] };
    expect(story.when(addPartner, asked)).toMatchObject({ refused: 'partner.known' });
    const nowhere = { partner: 'partner_nowhere' as const, name: 'X' };
    expect(story.when(changePartner, nowhere)).toMatchObject({ refused: 'partner.unknown' });
  });

  test('keep what is not named when they are changed', () => {
    const story = northbeam();
    story.did(changePartner, { partner: KESTREL, name: 'Kestrel Data' });
    expect(story.workspace.partners[0]).toMatchObject({ name: 'Kestrel Data', domains: ['kestrel.example'] });
  });
});

describe('routing rules', () => {
  test('are one for each partner: a new one replaces the old', () => {
    const story = northbeam();
    const base = { partner: KESTREL, backup: null, role: null };
    story.did(setRule, { ...base, owner: MARCUS });
    story.did(setRule, { ...base, owner: SAM });
    expect(story.workspace.rules.map((each) => each.owner)).toEqual([SAM]);
    expect(ownerOf(story.deal(introduced(story)))).toBe(SAM);
    const rule = story.workspace.rules[0]?.id ?? 'rule_none';
    story.did(removeRule, { rule });
    expect(story.workspace.rules).toEqual([]);
    expect(story.when(removeRule, { rule })).toMatchObject({ refused: 'rule.unknown' });
  });

  test('name people who are here, two of them, and partners that are known', () => {
    const story = northbeam();
    const base = { partner: KESTREL, owner: MARCUS, backup: SAM, role: null };
    expect(story.when(setRule, { ...base, backup: MARCUS })).toMatchObject({
      refused: 'handoff.same-person',
    });
    expect(story.when(setRule, { ...base, partner: 'partner_nowhere' })).toMatchObject({
      refused: 'partner.unknown',
    });
    story.did(changeColleague, { person: SAM, active: false });
    expect(story.when(setRule, base)).toMatchObject({ refused: 'person.unknown' });
  });

  test('whose owner left name nobody: a gap is shown and not filled by a guess', () => {
    const story = routed(northbeam());
    story.did(changeColleague, { person: MARCUS, active: false });
    expect(ownerOf(story.deal(introduced(story)))).toBeNull();
  });
});

describe('colleagues', () => {
  test('have an address each, however it is written', () => {
    const story = northbeam();
    story.did(addColleague, NEW);
    expect(story.workspace.people.at(-1)?.email).toBe('ada@northbeam.example');
    expect(story.when(addColleague, NEW)).toMatchObject({ refused: 'colleague.known' });
  });

  test('the first one gets what arrives, until somebody says otherwise', () => {
    const story = new Story();
    story.did(addDomain, { domain: 'northbeam.example' });
    story.did(addColleague, { ...NEW, person: DANA, role: 'admin' });
    story.did(addColleague, { ...NEW, name: 'Bo', email: 'bo@northbeam.example' });
    expect(ownerOf(story.deal(introduced(story)))).toBe(DANA);
  });

  test('one admin always stays', () => {
    const story = northbeam();
    const last = { refused: 'colleague.last-admin' };
    expect(story.when(changeColleague, { person: DANA, active: false })).toMatchObject(last);
    expect(story.when(changeColleague, { person: DANA, role: 'member' })).toMatchObject(last);
    story.did(changeColleague, { person: MARCUS, role: 'admin' });
    story.did(changeColleague, { person: DANA, active: false });
    expect(story.when(changeColleague, { person: MARCUS, role: 'member' })).toMatchObject(last);
    expect(story.when(changeColleague, { person: 'person_nobody', active: false })).toMatchObject({
      refused: 'person.unknown',
    });
  });
});

describe('the working week', () => {
  test('a region of the holidays may be typed small, for the company and for one person', () => {
    const story = northbeam();
    const week = { ...BERLIN, holidays: { country: 'us', region: 'ny' } };
    story.did(setWeek, { person: null, week });
    expect(story.workspace.week?.holidays).toEqual({ country: 'US', region: 'NY' });
    story.did(changeColleague, { person: MARCUS, week });
    expect(weekOf(story.workspace, MARCUS).holidays).toEqual({ country: 'US', region: 'NY' });
  });

  test('is one that a clock can run in', () => {
    const story = northbeam();
    const set = (change: object) => story.when(setWeek, { person: null, week: { ...BERLIN, ...change } });
    expect(set({ zone: 'Mars/Olympus' })).toMatchObject({ refused: 'week.zone-unknown' });
    expect(set({ days: [] })).toMatchObject({ refused: 'week.no-days' });
    expect(set({ from: '18:00', to: '08:00' })).toMatchObject({ refused: 'week.hours-backward' });
    expect(story.when(setWeek, { person: null, week: null })).toMatchObject({ refused: 'week.missing' });
    expect(story.when(setWeek, { person: 'person_nobody', week: null })).toMatchObject({
      refused: 'person.unknown',
    });
  });

  test('of one person goes before the company’s, until it is given back', () => {
    const story = routed(northbeam());
    story.did(setWeek, { person: MARCUS, week: { ...BERLIN, to: '12:30' } });
    expect(story.deal(introduced(story)).notebook.clock?.clock.dueAt).toBe('2026-03-06T11:30:00Z');
    story.did(setWeek, { person: MARCUS, week: null });
    expect(story.deal(introduced(story)).notebook.clock?.clock.dueAt).toBe('2026-03-06T16:30:00Z');
  });

  test('and the standard have what runs derived again, once whoever decided on the old ones is done', () => {
    const done = routed(northbeam()).did(setStandard, { days: 2 });
    expect(done.decision.errands).toContainEqual({ kind: 'derive', subject: 'workspace', after: 2 });
  });
});

describe('addresses and keys', () => {
  test('are taken in once, and let go once', () => {
    const story = northbeam();
    const address = 'intro@northbeam.example';
    story.did(addAddress, { address });
    expect(story.when(addAddress, { address })).toMatchObject({ refused: 'address.known' });
    story.did(removeAddress, { address });
    expect(story.when(removeAddress, { address })).toMatchObject({ refused: 'address.unknown' });
  });

  test('a key is revoked once, and neither can be taken back', () => {
    const story = northbeam();
    const made = story.did(makeKey, { key: 'key_1', name: 'CRM', person: DANA });
    const gone = story.did(revokeKey, { key: 'key_1' });
    expect([made.undoable, gone.undoable]).toEqual([false, false]);
    expect(story.when(revokeKey, { key: 'key_1' })).toMatchObject({ refused: 'key.unknown' });
  });
});
