import { useEffect, useRef, useState } from 'react';

/** True once a pass has been added since the lanes were first drawn: then, and only then, the line draws itself. */
export function useGrown(passes: number): boolean {
  const first = useRef(passes);
  const [grown, setGrown] = useState(false);
  useEffect(() => {
    if (passes > first.current) setGrown(true);
    first.current = passes;
  }, [passes]);
  return grown;
}
