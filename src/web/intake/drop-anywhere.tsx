import { useEffect, useState } from 'react';
import { useHandIn } from '#web/intake/hand-in.js';
import '#web/intake/ways-in.css';

/** The whole page takes a drop of mails, whatever is shown on it. */
export function DropAnywhere() {
  const [over, setOver] = useState(false);
  const { mutate } = useHandIn();
  useEffect(() => {
    // Each element that is crossed says enter and leave; only the sum tells whether the pointer is still here.
    let depth = 0;
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!carries(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carries(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const stay = (event: DragEvent) => carries(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      mutate(files);
    };
    const heard = [
      ['dragenter', enter],
      ['dragleave', leave],
      ['dragover', stay],
      ['drop', drop],
    ] as const;
    for (const [name, hear] of heard) document.addEventListener(name, hear);
    return () => {
      for (const [name, hear] of heard) document.removeEventListener(name, hear);
    };
  }, [mutate]);
  return over ? (
    <section className="drop-over" aria-label="Drop">
      Drop the mails here
    </section>
  ) : null;
}
