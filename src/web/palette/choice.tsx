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

export type ChoiceProps = {
  name: string;
  prompt: string;
  options: readonly Option[];
  /** Called before what was chosen is done. */
  close: () => void;
  /** Called when the list is left without a choice; `close` where it is not given. */
  onLeave?: () => void;
  digits?: boolean;
};

/** A list to choose from: type to narrow it, arrows to move, Enter to do. Digits choose where `digits` is set. */
export function Choice({ name, prompt, options, close, onLeave = close, digits = false }: ChoiceProps) {
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
          <ChoiceOption
            key={option.id}
            id={`${list}${place}`}
            option={option}
            heading={option.group === shown[place - 1]?.group ? null : option.group}
            chosen={place === at}
            caps={digits && typed === '' && place < 9 ? String(place + 1) : option.keys}
            choose={() => setChosen(place)}
            run={() => run(option)}
          />
        ))}
      </div>
      <ChoiceFoot />
    </Dialog>
  );
}

type ChoiceOptionProps = {
  id: string;
  option: Option;
  /** The name of the group that begins with it. */
  heading: string | null;
  chosen: boolean;
  caps: string | null;
  choose: () => void;
  run: () => void;
};

function ChoiceOption({ id, option, heading, chosen, caps, choose, run }: ChoiceOptionProps) {
  return (
    <div role="presentation">
      {heading === null ? null : (
        <div className="choice-group" role="presentation">
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which keeps focus. */}
      <div
        id={id}
        role="option"
        aria-selected={chosen}
        aria-label={option.words}
        tabIndex={-1}
        className="choice-option"
        ref={chosen ? scrollTo : undefined}
        onPointerMove={choose}
        onClick={run}
      >
        <span className="cut">{option.drawn ?? option.words}</span>
        {caps === null ? null : <Caps keys={caps} />}
      </div>
    </div>
  );
}

function ChoiceFoot() {
  return (
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
  );
}

function scrollTo(option: HTMLDivElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
