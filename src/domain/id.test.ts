import { expect, test } from 'vitest';
import { isId, mintId } from '#domain/id.js';

test('an id spells 128 bits in 26 letters, and later ids sort behind earlier ones', () => {
  const ids = Array.from({ length: 2_000 }, () => mintId('deal'));
  expect(ids.every((id) => isId('deal', id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});

test('the letters of an id give its time back', () => {
  const before = Date.now();
  const spelled = mintId('deal').slice('deal_'.length);
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  const value = [...spelled].reduce((all, letter) => all * 32n + BigInt(alphabet.indexOf(letter)), 0n);
  const time = Number(value >> 80n);
  expect(time).toBeGreaterThanOrEqual(before);
  expect(time).toBeLessThanOrEqual(Date.now() + 1);
});
