import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ColdShown, DraftShown } from '#contract/follow-up.js';
import { checkQuery } from '#web/follow-up/draft-query.js';

/** How long nothing is typed before the text is checked. */
const REST_MS = 450;

/** What stands in a text that would make it cold; null while that is being looked for. */
export function useFindings(draft: DraftShown, text: string): readonly ColdShown[] | null {
  const resting = useResting(text);
  const own = resting !== draft.text;
  const checked = useQuery({ ...checkQuery(draft.deal, resting), enabled: own });
  if (resting !== text) return null;
  return own ? (checked.data?.findings ?? null) : draft.findings;
}

function useResting(text: string): string {
  const [resting, setResting] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setResting(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return resting;
}
