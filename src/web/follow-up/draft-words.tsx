import type { ColdShown, DraftShown } from '#contract/follow-up.js';
import { EvidenceNumber } from '#web/evidence/quote.jsx';
import { placeSentences, type Run, runsOf } from '#web/follow-up/placed.js';

/** The text of a follow-up as it stands: numbers behind what rests on the mail, marks on what is cold. */
export function DraftWords({
  draft,
  text,
  findings,
  light,
}: {
  draft: DraftShown;
  text: string;
  findings: readonly ColdShown[];
  light: (number: number | null) => void;
}) {
  const paragraphs = runsOf(text, placeSentences(text, draft), findings);
  return (
    <div className="draft-words" lang={draft.language}>
      {paragraphs.map((runs) => (
        <p key={runs[0]?.start}>
          {runs.map((run) => (
            <RunWords key={run.start} run={run} light={light} />
          ))}
        </p>
      ))}
    </div>
  );
}

function RunWords({ run, light }: { run: Run; light: (number: number | null) => void }) {
  const { kinds } = run;
  const drawn = kinds.has('cold-question')
    ? 'cold'
    : kinds.has('open-gap')
      ? 'open-gap'
      : kinds.has('unsourced') || run.own
        ? 'unsourced'
        : undefined;
  return (
    <>
      <span className={drawn}>{run.text}</span>
      {run.ends.map((number) => (
        <span key={number} onPointerEnter={() => light(number)} onPointerLeave={() => light(null)}>
          <EvidenceNumber number={number} href={`#mark-${number}`} />
        </span>
      ))}
    </>
  );
}
