import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DemoDone, DemoStrip as Strip } from '#contract/demo.js';
import { stripQuery } from '#web/demo/strip-query.js';
import { tell } from '#web/door/ask.js';
import { refusalWords, useDo } from '#web/undo/do.js';
import '#web/demo/demo.css';

/** Said once on every page: that it is the demo, as whom one looks, how to move its clock, and where its mail is. */
export function DemoStrip({ outside }: { outside: boolean }) {
  const strip = useQuery(stripQuery);
  return (
    <section className="demo-strip" aria-label="The demo">
      <p>
        <b className="strong">Demo.</b> A made-up story on its own clock. No mail leaves this machine.
      </p>
      {strip.data === undefined ? null : (
        <div className="controls">
          <LookAs looks={strip.data.looks} />
          {outside ? null : (
            <>
              <MoveOn moves={strip.data.moves} />
              <MailboxLink mails={strip.data.mails} />
            </>
          )}
        </div>
      )}
    </section>
  );
}

function LookAs({ looks }: { looks: Strip['looks'] }) {
  const look = useMutation<DemoDone, Error, string>({
    mutationFn: (who) => tell('/demo/look-as', { who }),
    // Everything on the page is somebody else's from here on: it is loaded anew.
    onSuccess: ({ where }) => {
      if (where === null || location.pathname.startsWith('/sign-in')) location.assign(where ?? '/');
      else location.reload();
    },
  });
  return (
    <fieldset>
      <legend>Look as</legend>
      <div className="segments">
        {looks.map((each) =>
          // A guest's page has no script and no strip, so it opens beside this one.
          each.page === null ? (
            <Choice
              key={each.who}
              name={each.name}
              words={each.words}
              whyNot={null}
              pressed={each.isYou}
              choose={() => look.mutate(each.who)}
            />
          ) : (
            <a key={each.who} href={each.page} target="_blank" rel="noreferrer" title={each.words}>
              {each.name}
            </a>
          ),
        )}
      </div>
      <span role="alert">{look.error === null ? '' : refusalWords(look.error)}</span>
    </fieldset>
  );
}

function MoveOn({ moves }: { moves: Strip['moves'] }) {
  const move = useDo();
  return (
    <fieldset>
      <legend>{move.isPending ? 'Moving on' : 'Move on'}</legend>
      <div className="segments" aria-busy={move.isPending}>
        {moves.map((each) => (
          <Choice
            key={each.to}
            name={each.words}
            words={`Move the story's clock on: ${each.words}`}
            whyNot={each.whyNot}
            choose={() => {
              if (!move.isPending) move.mutate({ path: '/demo/move-on', body: { to: each.to } });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** A choice that cannot be made keeps its place in the Tab order and says why. */
function Choice({
  name,
  words,
  whyNot,
  pressed,
  choose,
}: {
  name: string;
  words: string;
  whyNot: string | null;
  pressed?: boolean;
  choose: () => void;
}) {
  const [asked, setAsked] = useState(false);
  const state = pressed === undefined ? {} : { 'aria-pressed': pressed };
  if (whyNot === null)
    return (
      <button type="button" title={words} {...state} onClick={choose}>
        {name}
      </button>
    );
  return (
    <button
      type="button"
      className="cannot"
      title={whyNot}
      aria-disabled="true"
      {...state}
      onFocus={() => setAsked(true)}
      onClick={() => setAsked(true)}
      onBlur={() => setAsked(false)}
    >
      {name}
      <span className={asked ? 'why-not' : 'hidden-words'}>{asked ? whyNot : `: ${whyNot}`}</span>
    </button>
  );
}

function MailboxLink({ mails }: { mails: number }) {
  return location.pathname === '/demo/mailbox' ? (
    <a href="/">Back to Baton</a>
  ) : (
    <a href="/demo/mailbox">Open the demo mailbox{mails === 0 ? '' : ` (${mails})`}</a>
  );
}
