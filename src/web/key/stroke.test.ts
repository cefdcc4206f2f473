import { describe, expect, test } from 'vitest';
import { capsOf, isSingle, type KeyPressed, resolve, strokeOf } from '#web/key/stroke.js';

const press = (key: string, held: Partial<KeyPressed> = {}): KeyPressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('keys', () => {
  test('Control and Command are one key, so that a hand keeps its habit on either machine', () => {
    expect(strokeOf(press('k', { ctrlKey: true }))).toBe('mod+k');
    expect(strokeOf(press('K', { metaKey: true, shiftKey: true }))).toBe('mod+k');
  });

  test('a shifted letter is the letter, and ? is ? on every keyboard', () => {
    expect(strokeOf(press('J', { shiftKey: true }))).toBe('j');
    expect(strokeOf(press('?', { shiftKey: true }))).toBe('?');
  });

  test('a modifier alone, a dead key or an Alt combination does nothing', () => {
    for (const key of ['Shift', 'Dead', 'Control']) expect(strokeOf(press(key))).toBeNull();
    expect(strokeOf(press('o', { altKey: true }))).toBeNull();
  });

  test('G then D goes to Deals although D alone is bound to something else', () => {
    const bindings = ['g d', 'g t', 'd'];
    expect(resolve(null, 'g', bindings)).toEqual({ match: null, pending: 'g' });
    expect(resolve('g', 'd', bindings)).toEqual({ match: 'g d', pending: null });
    expect(resolve(null, 'd', bindings)).toEqual({ match: 'd', pending: null });
  });

  test('a chord that does not go on leaves the second key its own meaning', () => {
    expect(resolve('g', 'j', ['g t', 'j'])).toEqual({ match: 'j', pending: null });
  });

  test('letters, digits and signs can be switched off; Enter, Escape and Control K stay', () => {
    for (const stroke of ['j', '1', '.', '?']) expect(isSingle(stroke)).toBe(true);
    for (const stroke of ['enter', 'esc', 'mod+k', 'up']) expect(isSingle(stroke)).toBe(false);
  });

  test('caps are drawn as they stand on the keyboard at hand', () => {
    expect(capsOf('mod+k', true)).toEqual(['⌘', 'K']);
    expect(capsOf('mod+enter', false)).toEqual(['Ctrl', '↵']);
    expect(capsOf('g t', false)).toEqual(['G', 'T']);
  });
});
