import { expect, test } from 'vitest';
import { readDomains, readPeople } from '#web/settings/partner-people.js';

test('a partner’s people are read as anybody types them', () => {
  const typed =
    'Theo Lindqvist <Theo@cobaltridge.example>\nRenata Alves renata@cobaltridge.example\n\njo@cobaltridge.example';
  expect(readPeople(typed).people).toEqual([
    { name: 'Theo Lindqvist', email: 'theo@cobaltridge.example' },
    { name: 'Renata Alves', email: 'renata@cobaltridge.example' },
    { name: 'jo@cobaltridge.example', email: 'jo@cobaltridge.example' },
  ]);
});

test('a line without an address is named, not dropped', () => {
  expect(readPeople('Theo Lindqvist')).toEqual({ people: [], unread: ['Theo Lindqvist'] });
});

test('domains come once each, also out of an address', () => {
  expect(readDomains('cobaltridge.example, theo@CobaltRidge.example\ncr.example')).toEqual([
    'cobaltridge.example',
    'cr.example',
  ]);
});
