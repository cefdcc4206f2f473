import { describe, expect, it } from 'vitest';
import { htmlText } from '#sources/mail/html-text.js';

describe('HTML as the text that a person sees', () => {
  it.each([
    ['<p>seen</p><p style="display:none">hidden words</p>', 'display:none'],
    ['<p>seen</p><span style="color:#ffffff;font-size:1px">hidden words</span>', 'white, one pixel'],
    ['<p>seen</p><font color="white">hidden words</font>', 'an old white font'],
    ['<p>seen</p><div style="FONT-SIZE: 0px">hidden words</div>', 'no size'],
    ['<p>seen</p><div hidden>hidden words</div>', 'the hidden attribute'],
    [
      '<style>.x{display:none}</style><p>seen</p><div class="a x">hidden words</div>',
      'a class of the style sheet',
    ],
    ['<p>seen</p><div style="mso-hide:all">hidden words</div>', 'Outlook only'],
    [
      '<p>seen</p><p title=">" style="visibility:hidden">hidden words</p>',
      'behind a bracket in an attribute',
    ],
    ['<p>seen</p><div style="position:absolute;left:-9999px">hidden words</div>', 'off the screen'],
    ['<p>seen</p><div style="color:rgb(255, 255, 255)">hidden <b>words</b></div>', 'white by numbers'],
  ])('leaves out what is hidden: %s', (html) => {
    const { text, hidden } = htmlText(html);
    expect(text).toBe('seen');
    expect(hidden.join(' ').replace(/\s+/g, ' ')).toContain('hidden words');
  });

  it.each([
    '<div style="background:#1f3864"><span style="color:#fff">white on blue</span></div>',
    '<td bgcolor="#000000"><font color="#ffffff">white on blue</font></td>',
    '<p style="font-size:10px;color:#888">white on blue</p>',
    '<style>@media (max-width:600px){.x{display:none}}</style><p class="x">white on blue</p>',
  ])('keeps what can be seen: %s', (html) => {
    expect(htmlText(html).text).toBe('white on blue');
  });

  it('writes quotes as quoted lines and links without their targets', () => {
    expect(
      htmlText('<p>Hi <a href="https://x.example/track?u=1">there</a></p><blockquote>old words</blockquote>')
        .text,
    ).toBe('Hi there\n\n> old words');
  });
});
