import { action, useActions } from '#web/key/action.js';
import { Caps } from '#web/key/caps.jsx';
import { useDo } from '#web/undo/do.js';
import { useOffer } from '#web/undo/offer.js';

/** The line at the bottom left: what was done, and the key that takes it back. */
export function UndoLine() {
  const offer = useOffer();
  const undo = useDo();
  const operation = offer?.operation ?? null;
  const takeBack = () => operation !== null && undo.mutate({ path: `/undo/${operation}` });
  useActions('Just done', operation === null ? [] : [action('z', 'Undo', takeBack)]);
  if (offer === null) return null;
  return (
    <section className="undo" aria-label="Just done">
      <span>
        {offer.said} {offer.code === null ? null : <code className="mono">{offer.code}</code>}
      </span>
      {operation === null ? null : (
        <button type="button" onClick={takeBack}>
          Undo <Caps keys="z" />
        </button>
      )}
    </section>
  );
}
