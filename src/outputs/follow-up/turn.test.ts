import { describe, expect, it } from 'vitest';
import { turnEnglish } from '#outputs/follow-up/turn-english.js';
import { turnGerman } from '#outputs/follow-up/turn-german.js';

const EDWIN = { first: 'Edwin', full: 'Edwin Sato', company: 'Marrow & Vale', pronouns: true };
const KIESL = { first: 'Albrecht', full: 'Albrecht Kiesl', company: 'Stadtwerke Auenried', pronouns: true };

describe('a sentence about the buyer is said to the buyer', () => {
  it.each([
    ['Edwin has told his board that it ends', 'You have told your board that it ends'],
    ["She's expecting a replay of her log, not a demo", "You're expecting a replay of your log, not a demo"],
    ['He wants you to come to the depot', 'You want us to come to the depot'],
    [
      'Edwin would like to see it run in his own account before he agrees to a price',
      'You would like to see it run in your own account before you agree to a price',
    ],
    ['Edwin carries the risk', 'You carry the risk'],
    ['Edwin watches the queue at night', 'You watch the queue at night'],
    ["Edwin's board meets on Monday", 'Your board meets on Monday'],
    ['Marrow & Vale runs 14 depots', 'You run 14 depots'],
    ["Marrow & Vale's scanners stop at night", 'Your scanners stop at night'],
    ['They had two outages in June', 'You had two outages in June'],
    ['In the spring their label service stopped', 'In the spring your label service stopped'],
    ['The auditor has written to them', 'The auditor has written to you'],
    [
      'Edwin wants to see fifty labels run through your check',
      'You want to see fifty labels run through our check',
    ],
    ['The audit is on May 18', 'The audit is on May 18'],
  ])('%s', (said, wanted) => {
    expect(turnEnglish(said, EDWIN)).toBe(wanted);
  });

  it.each([
    [
      'Herr Kiesl möchte zuerst sein eigenes Protokoll sehen',
      'Sie möchten zuerst Ihr eigenes Protokoll sehen',
    ],
    ['Frau Kiesl erwartet keine Präsentation', 'Sie erwarten keine Präsentation'],
    ['Die Leitwarte ist für vier Stunden ausgefallen', 'Die Leitwarte ist für vier Stunden ausgefallen'],
  ])('%s', (said, wanted) => {
    expect(turnGerman(said, KIESL)).toBe(wanted);
  });
});

describe('where a word could mean somebody else the words are left as they are', () => {
  it.each([
    'Edwin trusts us on this',
    'I have known Edwin for years',
    'The vendors say that they cannot help',
    'Every depot keeps its labels in their own way',
    'When she had the flu they missed a day',
    'Two of the drivers told Edwin off',
    'One of them was lost',
    'You know how Edwin is',
    'Edwin said: "never again"',
    'Edwin asked Ilse whether she was ready',
  ])('%s', (said) => {
    expect(turnEnglish(said, { ...EDWIN, pronouns: false })).toBeNull();
  });

  it.each([
    'Wir betreuen Herrn Kiesl seit 2016',
    'Herr Kiesl hat uns gesagt, was er will',
    'Ich kenne die Stadtwerke',
  ])('%s', (said) => {
    expect(turnGerman(said, KIESL)).toBeNull();
  });
});
