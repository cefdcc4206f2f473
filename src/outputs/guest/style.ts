import { raw } from 'hono/html';

/** The design's tokens for a page that stands alone: 390 wide first, light and dark, system fonts. */
export const guestStyle = raw(`
:root{color-scheme:light dark;--canvas:#f4f5f5;--surface:#fff;--ink:#14181b;--ink-2:#414a52;--ink-3:#626d77;--line:#e5e8ea;--line-2:#cfd5d9}
@media(prefers-color-scheme:dark){:root{--canvas:#0e1113;--surface:#15191c;--ink:#eceff1;--ink-2:#b6bfc6;--ink-3:#8b969f;--line:#242a2f;--line-2:#39424a}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:15px/1.5 Inter,system-ui,sans-serif}
main{max-width:560px;min-height:100vh;margin:0 auto;padding:24px 16px;background:var(--surface)}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 16px;color:var(--ink-2);font-size:13px}
h1{margin:4px 0 16px;font-size:20px;line-height:25px;letter-spacing:-.014em}
h2{margin:0 0 8px;font-size:14px}
section{padding:16px 0;border-top:1px solid var(--line)}
.asked{padding:16px;border:1px solid var(--ink);border-radius:10px;margin-bottom:16px}
.asked p{margin:0}.lead{font-weight:600}
.small{margin:16px 0 0;color:var(--ink-3);font-size:13px}.asked .small{margin:0}
ol{list-style:none;margin:0;padding:0}li{padding:8px 0;border-bottom:1px solid var(--line)}li .small{margin:0}
.buttons{display:flex;gap:8px;flex-wrap:wrap}
button{min-height:44px;padding:0 16px;border:1px solid var(--line-2);border-radius:6px;background:var(--surface);color:var(--ink);font:inherit;cursor:pointer}
button:focus-visible,a:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
a{color:inherit}footer{padding-top:16px}
`);
