import { describe, expect, test } from 'vitest';
import { plain, quoted } from '#record/bundle/markdown.js';
import { namesSaid, writerOf } from '#record/bundle/who.js';
import { linkMade } from '#record/kinds/guest.js';
import { forHost, forPartner } from '../../../test/bundle/harbor.js';

describe('the minutes of a deal', () => {
  test('tell it in sentences in order of time, with the words that were shared', () => {
    const lines = forPartner()
      .minutes.split('\n')
      .filter((line) => line !== '');
    expect(lines.slice(0, 8)).toEqual([
      '# Harbor Mutual',
      'The record that Northbeam and Cobalt Ridge share, entry by entry. Times are in UTC.',
      '## Thu 5 Mar 2026',
      '**21:44** Northbeam took the intro of Harbor Mutual from Cobalt Ridge. (entry 1, by somebody at Northbeam)',
      '**21:44** The words of the mail were shared, 81 characters. (entry 2, by somebody at Northbeam)',
      '> Dana, meet Joanna Reyes of Harbor Mutual.  ',
      '> Their contract with Gantry ends in May.',
      'From evidence/arrival_00000000000000000000000017.words-1.txt.',
    ]);
    expect(lines).toContain(
      '**14:05** Theo is offered a role: co-seller on the calls. *Taken back.* (entry 4, by Dana Whitlock)',
    );
    expect(lines).toContain('**14:05** It was taken back. *It takes back 4.* (entry 7, by Dana Whitlock)');
  });

  test('name a colleague to the partner only where the record does', () => {
    expect(forPartner().minutes).not.toContain('Marcus');
    expect(forHost().minutes).toContain('(entry 1, by Marcus Oyelaran)');
  });

  test('put the notebook between, for the host alone, and cite what a note rests on', () => {
    const { minutes } = forHost();
    const places = ['entry 3', 'note 1', 'entry 4', 'note 2'].map((each) => minutes.indexOf(`(${each}, `));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(minutes).toContain('*Northbeam only.* (note 2, by a program of Northbeam)');
    expect(minutes).toContain(
      '> 40,000 EUR\n\nFrom evidence/arrival_00000000000000000000000018.words-2.txt, 44 to 54.',
    );
    expect(forPartner().minutes).not.toMatch(/Northbeam only|40,000/);
  });
});

describe('whoever wrote an entry', () => {
  const entry = {
    kind: linkMade.kind,
    text: JSON.stringify({ link: 'link_1', name: null, email: 'theo@cobaltridge.example', endsAt: 'x' }),
  };
  const names = namesSaid([entry as never]);

  test('is a guest by their own link, with the address that the record has', () => {
    expect(writerOf('link_1', names, null)).toBe('theo@cobaltridge.example by their link');
    expect(writerOf('link_2', names, null)).toBe('a guest by their link');
  });

  test('is Baton, or a program, or somebody whom the record does not name', () => {
    expect(['baton', 'key_1', 'person_1'].map((actor) => writerOf(actor, names, null))).toEqual([
      'Baton',
      'a program of the host',
      'somebody at the host',
    ]);
  });
});

describe('words of others in Markdown', () => {
  test.each([
    ['![](http://evil.example/pixel.png)', '\\!\\[\\](http://evil.example/pixel.png)'],
    ['<img src=x onerror=y>', '\\<img src=x onerror=y\\>'],
    ['# Signed by both', '\\# Signed by both'],
    ['1. First', '1\\. First'],
    ['- [x] agreed', '\\- \\[x\\] agreed'],
    ['=====', '\\====='],
    ['two\n\nlines', 'two lines'],
    ['right\u202eleft', 'right(U+202E)left'],
    ['a_b*c`d', 'a\\_b\\*c\\`d'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
  ])('act on nothing: %s', (words, shown) => {
    expect(plain(words)).toBe(shown);
  });

  test('stay in their block of quotation, line by line', () => {
    expect(quoted('One\r\n\r\n# Two\n\tthree')).toEqual(['> One', '>', '> \\# Two  ', '>  three']);
  });
});
