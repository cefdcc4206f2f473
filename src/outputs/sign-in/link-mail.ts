/** The mail with a sign-in link: plain text, one link, what it does and what to do if nobody asked. */
export function linkMail(to: string, url: string) {
  return {
    to,
    subject: 'Your sign-in link for Baton',
    text: [
      'Open this to sign in to Baton. It works once, for fifteen minutes, and only when you',
      'press the button on the page it opens.',
      '',
      url,
      '',
      'If you did not ask for it, do nothing: without the button nothing happens.',
      '',
    ].join('\n'),
  };
}
