import { html } from 'hono/html';
import { guestStyle } from '#outputs/guest/style.js';
import type { GuestPage } from '#views/guest/guest.js';

/** A whole page for a guest: it needs no script, and its buttons are forms. `path` is the link's own. */
export function guestHtml(page: GuestPage, path: string) {
  return frame(
    page.title,
    html`<header><span>${page.host}, for ${page.name}</span><span>signed link, until ${page.until}</span></header>
<p class="small">${page.buyer} · introduced on ${page.introDay}</p>
<h1>${page.title}</h1>
${page.step === null ? '' : stepHtml(page.step)}
${page.role === null ? '' : roleHtml(page.role, path)}
<section><h2>What became of the intro</h2>
<ol>${page.lines.map((line) => html`<li><span class="small">${line.when}</span><br />${line.sentence}</li>`)}</ol></section>
<footer><p class="small">This page is for ${page.name} alone. Opening it changes nothing.</p>
<form method="post" action="${path}/not-me"><button>I am not ${page.name}</button></form></footer>`,
  );
}

/** What an ended, a revoked and an unknown link all look like. */
export function endedHtml() {
  return frame(
    'This link opens nothing.',
    html`<h1>This link opens nothing.</h1>
<p>It has ended, or it was taken back. Whoever it was from can send a fresh one to the address on file, and nowhere else.</p>`,
  );
}

/** What was done by a button of the page. */
export function saidHtml(said: string, path: string | null) {
  return frame(
    said,
    html`<h1>${said}</h1>${path === null ? '' : html`<p><a href="${path}">Back to the page</a></p>`}`,
  );
}

function stepHtml(step: NonNullable<GuestPage['step']>) {
  return html`<section class="asked"><p class="small">Next</p><p class="lead">${step.what}</p>
<p>${step.who}${step.due === null ? '' : html`, by ${step.due}`}</p></section>`;
}

function roleHtml(role: NonNullable<GuestPage['role']>, path: string) {
  const button = (answer: string, words: string) =>
    html`<form method="post" action="${path}/role/${answer}"><button>${words}</button></form>`;
  const standing = { taken: 'You took it.', declined: 'You declined it.' };
  return html`<section><h2>Your role</h2><p>${role.words}. ${role.answered === null ? 'It is offered to you.' : standing[role.answered]}</p>
<div class="buttons">${role.answered === 'taken' ? '' : button('taken', 'I take it')}${role.answered === 'declined' ? '' : button('declined', 'Not me')}</div></section>`;
}

function frame(title: string, body: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="robots" content="noindex" /><title>${title}</title><style>${guestStyle}</style></head>
<body><main>${body}</main></body></html>`;
}
