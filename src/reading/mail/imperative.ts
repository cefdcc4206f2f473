import type { Side } from '#domain/party.js';
import { escaped } from '#reading/mail/people/sides.js';

/** English verbs that ask when a clause begins with them. Other languages' imperatives stand in their lexicons. */
const VERBS =
  'call|ring|phone|send|give|tell|show|bring|buy|book|write|email|mail|drop|let|keep|make|get|take|ask|check|confirm|reply|come|start|use|put|quote|post|arrange|set|pick|offer|propose|suggest|look|speak|talk|reach|connect|hold|wait|stay|leave|remember|pass|share|forward|loop|copy|plan|read|review|prepare|schedule|treat|mention|lead with|skip|say|include|add|name|find|sort|grab|go|be|expect|bear';

const FIRST = new RegExp(
  `^(?:and |so |but |also |then |just |otherwise |please |pls |if [^,]{3,60}, )*(?:please |just |do )?(?:${VERBS})\\s(?!(?:is|was|are|were|has|had|to be)\\b)`,
  'i',
);

/** Whether a clause begins with a verb that asks, perhaps after the name of who is asked: "Dom buy her a coffee". */
export function beginsImperative(plain: string, names: ReadonlyMap<string, Side>): boolean {
  if (FIRST.test(plain)) return true;
  for (const name of names.keys()) {
    const called = new RegExp(`^(?:hi |hey |and )?${escaped(name)}\\s?[,:–—-]?\\s+`, 'iu').exec(plain);
    if (called && FIRST.test(plain.slice(called[0].length))) return true;
  }
  return false;
}
