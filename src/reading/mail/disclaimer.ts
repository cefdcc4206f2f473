import { isBlank, type Line } from '#reading/mail/lines.js';

/** Words that stand in legal footers, list footers, adverts of mail programs and warnings of gateways only. */
const ROBOT =
  /intended (?:solely |only )?for (?:the )?(?:use of )?(?:the )?(?:addressee|individual|named|recipient|person)|not the intended (?:recipient|addressee)|if you (?:have )?received this (?:e-?mail|message|communication) in error|confidentiality notice|this (?:e-?mail|message)(?: and any attachments?)? (?:is|are|may be|may contain|contains?) (?:strictly )?(?:confidential|privileged)|consider the environment before|virus[- ]free|scanned (?:for|by) |accepts no (?:liability|responsibility)|registered (?:in|office)[^.]{0,40}(?:company|england|no\.)|originated (?:from )?outside (?:of )?(?:your|the|our) organi[sz]ation|do not click (?:on )?(?:any )?links|external (?:e-?mail|sender)\b.{0,40}(?:caution|careful|warning)|(?:caution|warning)\s?:.{0,60}external|you (?:are receiv|receiv|get)[^.]{0,40}(?:because|as) you|unsubscribe|to stop receiving (?:emails|these)|manage (?:your )?(?:preferences|subscription)|subscribed to the google groups|view (?:this )?(?:email |it )?in (?:your )?browser|vertrauliche (?:und\/oder [^.]{0,40})?informationen|nicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfänger)|irrtümlich erhalten|vernichten sie diese|sitz der gesellschaft|geschäftsführer\s?:|(?:ce|le présent) (?:message|courriel|mail)[^.]{0,60}(?:confidentiel|destin)|si vous n'êtes pas (?:le|la) destinataire|este (?:mensaje|correo)[^.]{0,80}confidencial|si (?:usted )?no es el destinatario|questo messaggio[^.]{0,60}(?:confidenzial|riservat)|se non siete? (?:il|i) destinatar|det här (?:mejlet|meddelandet)[^.]{0,60}konfidentiell|dit (?:e-mail)?bericht[^.]{0,60}vertrouwelijk|esta mensagem[^.]{0,60}confidencial|how (?:did|was) (?:we|i|our service|my service)[^.?]{0,30}\?.{0,60}(?:survey|rate)|take our survey|rate (?:my|our) service/iu;

/** Which lines only robots write: whole paragraphs, found at the head and at the tail of a mail, never inside. */
export function robotLines(lines: readonly Line[]): ReadonlySet<number> {
  const blocks = paragraphsOf(lines);
  const robot = new Set<number>();
  const take = (block: Block) => {
    for (let at = block.start; at < block.end; at += 1) robot.add(at);
  };
  const first = blocks[0];
  if (first && blocks.length > 1 && isRobot(first)) take(first);
  // From the end upward, as long as they are robot text; a short line between two of them goes along.
  for (let place = blocks.length - 1; place > 0; place -= 1) {
    const block = blocks[place] as Block;
    const above = blocks[place - 1] as Block;
    if (isRobot(block)) take(block);
    else if (block.text.length < 60 && !/[?]\s*$/.test(block.text) && isRobot(above) && place < blocks.length)
      take(block);
    else break;
  }
  return robot;
}

type Block = { readonly start: number; readonly end: number; readonly text: string };

function isRobot(block: Block): boolean {
  return ROBOT.test(block.text.slice(0, 3_000).replace(/\s+/g, ' ').replace(/’/g, "'"));
}

function paragraphsOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && !isBlank(lines[at])) continue;
    if (at > start) {
      const text = lines
        .slice(start, at)
        .map((line) => line.text)
        .join(' ');
      blocks.push({ start, end: at, text });
    }
    start = at + 1;
  }
  return blocks;
}
