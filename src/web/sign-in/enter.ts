import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { tell } from '#web/door/ask.js';
import { sessionQuery } from '#web/door/queries.js';

/**
 * Signs in by whatever the server takes, then goes where the person wanted to go; to the set-up as long
 * as that waits, else to Today.
 */
export function useEnter(path: string, onward: string | null = null) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation<unknown, Error, unknown>({
    mutationFn: (body) => tell(path, body),
    onSuccess: async () => {
      queries.clear();
      const session = await queries.fetchQuery(sessionQuery);
      const waits = !session.setUp && session.role === 'admin';
      await navigate({ href: onward ?? (waits ? '/set-up' : '/'), replace: true });
    },
  });
}
