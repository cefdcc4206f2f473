import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutgoingShown, TrialLine, TrialStepShown } from '#contract/outgoing.js';
import { follow } from '#web/door/follow.js';
import { sessionQuery } from '#web/door/queries.js';
import { say } from '#web/shell/say.js';
import { refusalWords, useDo } from '#web/undo/do.js';

const UNDER_WAY: readonly (readonly [TrialStepShown['step'], string])[] = [
  ['found', 'Looking the name up'],
  ['reached', 'Reaching the server'],
  ['encrypted', 'Encrypting the line'],
  ['signed-in', 'Signing in'],
  ['taken', 'Handing the mail over'],
];

/** Tries the server with one mail to whoever asks: each step as it ends, then the question only they can answer. */
export function OutgoingTrial({ outgoing, isChanged }: { outgoing: OutgoingShown; isChanged: boolean }) {
  const session = useQuery(sessionQuery);
  const queries = useQueryClient();
  const [steps, setSteps] = useState<readonly TrialStepShown[] | null>(null);
  const trial = useMutation<void, Error>({
    mutationFn: () => {
      setSteps([]);
      return follow<TrialLine>('/settings/outgoing/try', (line) => {
        if ('said' in line) say(line.said);
        else setSteps((before) => [...(before ?? []), line.step]);
      });
    },
    // What stands on the record takes the place of what was followed, without a gap between them.
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['settings'] });
      setSteps(null);
    },
  });
  const tried = outgoing.tried;
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <button
          type="button"
          className={`button ${isChanged ? '' : 'primary'}`}
          disabled={!outgoing.set || isChanged || trial.isPending}
          onClick={() => trial.mutate()}
        >
          Try it on my own address
        </button>
        <span className="small">{besideWords(outgoing.set, isChanged, session.data?.person.email)}</span>
      </div>
      {trial.error === null ? null : (
        <p role="alert" className="silent mt-1.5 text-12">
          {refusalWords(trial.error)}
        </p>
      )}
      {steps !== null ? (
        <Tried words="It is being tried" steps={steps} isRunning />
      ) : tried === null ? null : (
        <Tried words={tried.words} steps={tried.steps}>
          <Arrival tried={tried} />
          <Before outgoing={outgoing} />
        </Tried>
      )}
    </>
  );
}

function besideWords(isSet: boolean, isChanged: boolean, own: string | null | undefined): string {
  if (isChanged) return 'Keep it first, then try it.';
  if (!isSet) return 'There is no server to try yet.';
  return `one short mail to ${own ?? 'you'}`;
}

type TriedProps = {
  words: string;
  steps: readonly TrialStepShown[];
  isRunning?: boolean;
  children?: React.ReactNode;
};

function Tried({ words, steps, isRunning = false, children = null }: TriedProps) {
  return (
    <div className="ruled mt-4 max-w-[720px] pt-3">
      <h3 className="strong text-12">{words}</h3>
      <ul className="checks mt-1" aria-busy={isRunning}>
        {steps.map((step) => (
          <Step key={step.step} step={step} />
        ))}
        {isRunning
          ? UNDER_WAY.slice(steps.length, steps.length + 1).map(([step, now]) => (
              <li key={step}>
                <i className="open" aria-hidden="true" />
                <span className="third">{now}…</span>
              </li>
            ))
          : null}
      </ul>
      {children}
    </div>
  );
}

const MARKS = { yes: 'check', no: 'gap', 'not-needed': 'open', 'not-tried': 'open' } as const;
const SPOKEN = { yes: 'Done: ', no: 'Failed: ', 'not-needed': 'Not needed: ', 'not-tried': '' } as const;

function Step({ step }: { step: TrialStepShown }) {
  return (
    <li>
      <i className={MARKS[step.went]} aria-hidden="true" />
      <span className={step.went === 'not-tried' ? 'third' : step.went === 'no' ? 'silent' : ''}>
        <span className="hidden-words">{SPOKEN[step.went]}</span>
        {step.words}
        {step.said === null ? null : (
          <>
            : <span className="mono break-words">{step.said}</span>
          </>
        )}
      </span>
      <span className="small">{step.took}</span>
    </li>
  );
}

function Arrival({ tried }: { tried: NonNullable<OutgoingShown['tried']> }) {
  const deed = useDo();
  const answer = (arrived: boolean) => deed.mutate({ path: '/settings/outgoing/arrived', body: { arrived } });
  if (tried.asks)
    return (
      <div className="note plain mt-2.5">
        <b className="strong">The server took it. Whether it arrived, only you can say.</b>
        <div className="mt-1.5 flex flex-wrap gap-2">
          <button type="button" className="button little" onClick={() => answer(true)}>
            It arrived
          </button>
          <button type="button" className="button little" onClick={() => answer(false)}>
            It did not
          </button>
        </div>
      </div>
    );
  if (tried.answer === null) return null;
  return (
    <div className={`note mt-2.5 ${tried.arrived === true ? 'plain' : ''}`}>
      <p>{tried.answer}</p>
      {tried.arrived === true ? null : (
        <button type="button" className="button little mt-1.5" onClick={() => answer(true)}>
          It arrived after all
        </button>
      )}
    </div>
  );
}

function Before({ outgoing }: { outgoing: OutgoingShown }) {
  const { before } = outgoing;
  if (before === null) return null;
  return (
    <p className="small mt-2.5">
      Before that, {before.at}: {before.words}
      {before.said === null ? null : (
        <>
          : <span className="mono">{before.said}</span>
        </>
      )}
    </p>
  );
}
