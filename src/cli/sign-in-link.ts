import { refuseAtTerminal } from '#cli/say.js';
import { isRefusal } from '#domain/refusal.js';
import type { Core } from '#worker/core.js';

/** Prints a sign-in link: whoever holds the terminal may hand one out. */
export async function signInLink(core: Core, email: string): Promise<number> {
  const link = await core.access.linkAtTerminal(email);
  if (isRefusal(link)) return refuseAtTerminal(link);
  process.stdout.write(`${link}\n`);
  return 0;
}
