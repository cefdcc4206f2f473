import { useMemo } from 'react';
import type { MailShown } from '#contract/arrival.js';
import { cutMail, type Piece } from '#web/handoff/cut-mail.js';

/** A mail's words in serif, marked; under them, folded, what its writer did not write today. */
export function MailWords({
  mail,
  lit = null,
  light,
}: {
  mail: MailShown;
  lit?: number | null;
  light?: (number: number | null) => void;
}) {
  const paragraphs = useMemo(() => cutMail(mail.text, mail.marks), [mail.text, mail.marks]);
  const firstOf = firstPieces(paragraphs.flatMap((paragraph) => paragraph.pieces));
  return (
    <>
      <div className="mail" lang={mail.lang ?? undefined}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph.start}>
            {paragraph.pieces.map((piece) => (
              <Words
                key={piece.start}
                piece={piece}
                lit={lit}
                anchors={firstOf.get(piece.start) ?? []}
                light={light ?? (() => undefined)}
              />
            ))}
          </p>
        ))}
        {paragraphs.length === 0 ? (
          <p className="third font-sans">This mail has no words of its own.</p>
        ) : null}
      </div>
      <Folded name="Signature" words={mail.signature} />
      <Folded name="Quoted below" words={mail.quotedHistory} />
    </>
  );
}

function Words({
  piece,
  lit,
  anchors,
  light,
}: {
  piece: Piece;
  lit: number | null;
  anchors: readonly number[];
  light: (number: number | null) => void;
}) {
  const marked = piece.numbers.length > 0;
  const text = (
    <span
      data-start={piece.start}
      className={lit !== null && piece.numbers.includes(lit) ? 'lit-words' : undefined}
    >
      {piece.text}
    </span>
  );
  return (
    <>
      {anchors.map((number) => (
        <span key={number} id={`mark-${number}`} className="anchor" />
      ))}
      {marked ? <mark>{text}</mark> : text}
      {piece.ends.map((number) => (
        <button
          key={number}
          type="button"
          className="evidence"
          data-evidence={number}
          aria-label={`Words of answer ${number}`}
          onFocus={() => light(number)}
          onPointerEnter={() => light(number)}
          onClick={() => light(number)}
        >
          {number}
        </button>
      ))}
      {piece.breaks ? <br /> : null}
    </>
  );
}

function Folded({ name, words }: { name: string; words: string }) {
  if (words.trim() === '') return null;
  return (
    <details className="folded">
      <summary>{name}</summary>
      <div className="mail">{words}</div>
    </details>
  );
}

/** Where each number is first seen, so that a link from the brief finds its place. */
function firstPieces(pieces: readonly Piece[]): Map<number, number[]> {
  const seen = new Set<number>();
  const first = new Map<number, number[]>();
  for (const piece of pieces) {
    const fresh = piece.numbers.filter((number) => !seen.has(number));
    for (const number of fresh) seen.add(number);
    if (fresh.length > 0) first.set(piece.start, fresh);
  }
  return first;
}
