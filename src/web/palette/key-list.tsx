import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '#web/door/queries.js';
import { type Action, useGroups } from '#web/key/action.js';
import { Caps } from '#web/key/caps.jsx';
import { closeDialogs } from '#web/palette/open.js';
import { Dialog } from '#web/shell/dialog.jsx';
import { useDo } from '#web/undo/do.js';
import '#web/palette/palette.css';

/** The keys that work on the screen in view, and the switch for those that are a single letter. */
export function KeyList() {
  const groups = useGroups();
  const session = useQuery(sessionQuery);
  const set = useDo();
  const on = session.data?.singleKeys ?? true;
  return (
    <Dialog name="Keys" close={closeDialogs}>
      <div className="max-h-[76vh] overflow-y-auto px-6 py-5">
        <h2 className="text-16">Keys on this screen</h2>
        {groups.map((group) =>
          group.actions.every((one) => one.keys === null) ? null : (
            <section key={group.name} className="mt-3">
              <h3 className="mb-1.5">{group.name}</h3>
              <div className="key-table">
                {byWords(group.actions).map(({ words, keys }) => (
                  <div key={words} className="contents">
                    <span className="flex gap-2">
                      {keys.map((one) => (
                        <span key={one}>
                          <Caps keys={one} />
                          <span className="hidden-words">{one} </span>
                        </span>
                      ))}
                    </span>
                    <span>{words}</span>
                  </div>
                ))}
              </div>
            </section>
          ),
        )}
        <label className="mt-4 flex items-center gap-2">
          <input
            type="checkbox"
            checked={on}
            onChange={() => set.mutate({ path: '/single-keys', body: { on: !on } })}
          />
          Single letters do things when nothing is being typed
        </label>
        <p className="mt-4">
          <button type="button" className="button" onClick={closeDialogs}>
            Close <Caps keys="esc" />
          </button>
        </p>
      </div>
    </Dialog>
  );
}

/** Two keys that do the same share a line. */
function byWords(actions: readonly Action[]): { words: string; keys: string[] }[] {
  const lines = new Map<string, string[]>();
  for (const { words, keys } of actions) {
    if (keys !== null) lines.set(words, [...(lines.get(words) ?? []), keys]);
  }
  return [...lines].map(([words, keys]) => ({ words, keys }));
}
