import { type ReactNode, useId, useState } from 'react';
import { Caps } from '#web/key/caps.jsx';
import { matches } from '#web/palette/match.js';
import { Dialog } from '#web/shell/dialog.jsx';
import '#web/palette/palette.css';

export type Option = {
  readonly id: string;
  /** What typing is matched against, and what is read aloud. */
  readonly words: string;
  /** How it is drawn; the words alone where it is not given. */
  readonly drawn?: ReactNode;
  readonly keys: string | null;
  readonly group: string | null;
  readonly run: () => void;
};

/** A list to choose from: type to narrow it, arrows to move, Enter to do. Digits choose where `digits` is set. */
export function Choice({
  name,
  prompt,
  options,
  close,
  onLeave = close,
  digits = false,
}: {
  name: string;
  prompt: string;
  options: readonly Option[];
  /** Called before what was chosen is done. */
  close: () => void;
  /** Called when the list is left without a choice; `close` where it is not given. */
  onLeave?: () => void;
  digits?: boolean;
}) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const shown = options.filter((option) => matches(typed, option.words));
  const at = Math.min(chosen, Math.max(0, shown.length - 1));
  const run = (option: Option | undefined) => {
    if (option === undefined) return;
    close();
    option.run();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) setChosen((at + step + shown.length) % shown.length);
    else if (event.key === 'Enter') run(shown[at]);
    else if (digits && typed === '' && /^[1-9]$/.test(event.key)) run(shown[Number(event.key) - 1]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog name={name} close={onLeave}>
      <input
        className="choice-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={shown[at] === undefined ? undefined : `${list}${at}`}
        aria-label={prompt}
        placeholder={prompt}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={name} className="choice-list">
        {shown.length === 0 ? <p className="small px-[18px] py-3">Nothing here is called that.</p> : null}
        {shown.map((option, place) => (
          <div key={option.id} role="presentation">
            {option.group === null || option.group === shown[place - 1]?.group ? null : (
              <div className="choice-group" role="presentation">
                {option.group}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which keeps focus. */}
            <div
              id={`${list}${place}`}
              role="option"
              aria-selected={place === at}
              aria-label={option.words}
              tabIndex={-1}
              className="choice-option"
              ref={place === at ? scrollTo : undefined}
              onPointerMove={() => setChosen(place)}
              onClick={() => run(option)}
            >
              <span className="cut">{option.drawn ?? option.words}</span>
              {capsFor(option, digits && typed === '' ? place : null)}
            </div>
          </div>
        ))}
      </div>
      <p className="choice-foot desk-only">
        <span>
          <Caps keys="up down" /> choose
        </span>
        <span>
          <Caps keys="enter" /> do
        </span>
        <span>
          <Caps keys="esc" /> close
        </span>
      </p>
    </Dialog>
  );
}

function capsFor(option: Option, place: number | null): ReactNode {
  if (place !== null && place < 9) return <Caps keys={String(place + 1)} />;
  return option.keys === null ? null : <Caps keys={option.keys} />;
}

function scrollTo(option: HTMLDivElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
