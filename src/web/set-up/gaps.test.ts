import { expect, test } from 'vitest';
import type { Settings } from '#contract/settings.js';
import { gapsOf } from '#web/set-up/gaps.js';

const person = (name: string): Settings['people'][number] => ({
  id: `person_${name}`,
  name,
  email: `${name}@northbeam.example`,
  side: 'host',
  company: 'Northbeam',
  role: null,
  may: 'member',
  week: null,
  weekWords: 'as the company',
  signsIn: 'link',
  invitation: null,
  mailed: null,
  mayBeMailed: false,
  active: true,
});
const partner = { id: 'partner_cr', name: 'Cobalt Ridge', domains: [], people: [] };
const week: Settings['week'] = {
  days: [1],
  from: '08:30',
  to: '17:30',
  zone: 'UTC',
  holidays: null,
  closed: [],
  open: [],
};
const rule = (of: string | null, owner: string | null): Settings['rules'][number] => ({
  id: 'rule_1',
  partner: of,
  partnerName: 'Cobalt Ridge',
  owner: owner === null ? null : person(owner),
  backup: null,
  role: null,
  lastUsed: null,
  alarm: null,
});
const done = {
  company: 'Northbeam',
  domains: ['northbeam.example'],
  week,
  people: [person('dana'), person('marcus')],
  partners: [partner],
  rules: [rule('partner_cr', 'dana')],
  outgoing: { set: true },
};

test('nothing is open once every answer was given', () => {
  expect(gapsOf(done)).toEqual([]);
});

test('a partner whose intros reach nobody is open, unless anybody’s intros reach somebody', () => {
  expect(gapsOf({ ...done, rules: [rule('partner_cr', null)] })).toEqual(['an owner for each partner']);
  expect(gapsOf({ ...done, rules: [rule(null, 'marcus')] })).toEqual([]);
});

test('without an outgoing server the set-up is not done', () => {
  expect(gapsOf({ ...done, outgoing: { set: false } })).toEqual(['outgoing mail']);
});

test('a fresh installation asks from the top', () => {
  const fresh = {
    company: null,
    domains: [],
    week: null,
    people: [person('marcus')],
    partners: [],
    rules: [],
    outgoing: { set: false },
  };
  expect(gapsOf(fresh)).toEqual([
    'the company’s name',
    'its domains',
    'the working week',
    'a colleague who can stand behind you',
    'a first partner',
    'outgoing mail',
  ]);
});
