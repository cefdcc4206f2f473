import { expect, test } from 'vitest';
import { calledShortly, listed, secondsLeft } from '#web/outbox/letter-words.js';

const GOES = { goesAt: '2026-03-12T14:32:10.000Z' };
const at = (time: string) => Date.parse(`2026-03-12T14:32:${time}Z`);

test('the seconds never run below none, and never say more than the ten that were given', () => {
  expect(secondsLeft(GOES, at('03.200'))).toBe(7);
  expect(secondsLeft(GOES, at('09.999'))).toBe(1);
  expect(secondsLeft(GOES, at('30.000'))).toBe(0);
  expect(secondsLeft(GOES, at('00.000') - 60_000)).toBe(10);
});

test('somebody without a name is called by the address', () => {
  expect(calledShortly({ name: null, address: 'jpruitt@harbormutual.example' })).toBe(
    'jpruitt@harbormutual.example',
  );
  expect(calledShortly({ name: 'Joanna Pruitt', address: 'jpruitt@harbormutual.example' })).toBe('Joanna');
});

test('three people are listed as people say it', () => {
  expect(listed(['Joanna', 'Wes', 'Colm'])).toBe('Joanna, Wes and Colm');
  expect(listed([])).toBe('nobody');
});
