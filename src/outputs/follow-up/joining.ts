import type { DraftSentence } from '#outputs/follow-up/draft.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';
import type { Frame } from '#outputs/follow-up/frame.js';
import { escaped } from '#outputs/follow-up/spoken-of.js';

const JOINS =
  '(?:want to join|wants to join|will join|would like to join|should join|should be on|möchte dabei sein|will dabei sein|kommt dazu|nimmt teil|souhaite participer|quiere participar|vuole partecipare|vill vara med|wil erbij zijn)';

/** Somebody of the buyer's without an address who, the mail says, will want to be there: "Please add Colm Brady". */
export function joining(facts: FollowUpFacts, frame: Frame): DraftSentence[] {
  return facts.people
    .filter(
      (each) =>
        each.email === null && each.name !== null && (each.side === 'buyer' || each.side === 'unknown'),
    )
    .flatMap((each): DraftSentence[] => {
      const name = each.name ?? '';
      const said = new RegExp(`${escaped(name)}[^.!?]{0,60}?\\b${JOINS.replaceAll(' ', '\\s')}`, 'u').exec(
        facts.mail.text,
      );
      if (said === null) return [];
      const { arrival, part } = facts.mail;
      const evidence = { arrival, part, start: said.index, end: said.index + said[0].length, quote: said[0] };
      return [{ text: frame.add(name), rests: [evidence], gap: null }];
    });
}
