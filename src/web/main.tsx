// First of all, so that the order of its layers stands before any screen's own sheet adds to one.
import '#web/style/main.css';

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from '#web/door/refused.js';
import { router } from '#web/router.jsx';
import { applyTheme } from '#web/shell/theme.js';

applyTheme();

const queries = new QueryClient({
  queryCache: new QueryCache({
    // Signed out elsewhere, or too long ago: the frame asks who looks, and leads to the sign-in.
    onError: (error, query) => {
      const signedOut = error instanceof Refused && error.problem.status === 401;
      if (signedOut && query.queryKey[0] !== 'session')
        void queries.invalidateQueries({ queryKey: ['session'] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays one however often it is asked; a line that is down may come back.
      retry: (failures, error) => !(error instanceof Refused) && failures < 2,
    },
  },
});

const place = document.getElementById('root');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
