import type { LookAlikeShown } from '#contract/arrival.js';

/** A sender's domain beside the partner's that it looks like, with the letters that differ marked. */
export function LookAlike({ found }: { found: LookAlikeShown }) {
  return (
    <div className="note alarm">
      <b className="strong">{found.how}</b> <Letters of={found.seen} /> is not <Letters of={found.like} />.{' '}
      {found.written === null ? null : (
        <>
          It is written <span className="mono">{found.written}</span>.{' '}
        </>
      )}
      {found.effect}
    </div>
  );
}

function Letters({ of }: { of: LookAlikeShown['seen'] }) {
  let place = 0;
  return (
    <span className="mono">
      {of.map(({ text, off }) => {
        place += text.length;
        return off ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>;
      })}
    </span>
  );
}
