import { Caps } from '#web/key/caps.jsx';

/** What others changed while the list was held still. */
export function NewLine({ words, take }: { words: string | null; take: () => void }) {
  return (
    <div role="status">
      {words === null ? null : (
        <button type="button" className="notice w-full" onClick={take}>
          <span>
            <b className="strong">{words}</b>, press <Caps keys="." />
          </span>
          <span className="hidden-words">the full stop key</span>
        </button>
      )}
    </div>
  );
}
