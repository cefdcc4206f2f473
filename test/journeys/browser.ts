import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';

// Without the background-networking flags Chromium asks for addresses that a closed network refuses.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Debian's Chromium. Missing, it is a failure that says what to install, never a skipped test. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error('No Chromium here. On Debian: apt-get install chromium');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A window whose mistakes are collected: what the console calls an error fails the test that looks at it. */
export async function openPage(
  context: BrowserContext,
): Promise<{ readonly page: Page; readonly mistakes: readonly string[] }> {
  const page = await context.newPage();
  const mistakes: string[] = [];
  page.on('pageerror', (error) => mistakes.push(String(error)));
  page.on('console', (line) => {
    // The browser itself reports each answer of 4xx, which the page shows in words.
    if (line.type() === 'error' && !/Failed to load resource/.test(line.text())) mistakes.push(line.text());
  });
  return { page, mistakes };
}

/**
 * Goes on by Tab until the thing with this role and name has the focus, as somebody without a mouse does.
 * Fails where it cannot be reached.
 */
export async function reach(
  page: Page,
  role: Parameters<Page['getByRole']>[0],
  name: string | RegExp,
  within: Page | Locator = page,
): Promise<void> {
  const wanted = within.getByRole(role, { name }).first();
  await wanted.waitFor({ timeout: 8_000 });
  for (let step = 0; step < 120; step += 1) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${role} ${String(name)}.`);
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type Violation = { id: string; impact: string | null; nodes: readonly { html: string }[] };

/** No finding of axe that is serious or critical, on the page as it stands. */
export async function expectNoSeriousFinding(page: Page, where: string): Promise<void> {
  await page.evaluate(await axeSource());
  const violations = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe;
    return (await axe.run()).violations;
  });
  const serious = violations
    .filter((each) => each.impact === 'serious' || each.impact === 'critical')
    .map((each) => `${where}: ${each.id}: ${each.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  expect(serious).toEqual([]);
}

let source: string | null = null;

async function axeSource(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  source ??= await readFile(AXE, 'utf8');
  return source;
}
