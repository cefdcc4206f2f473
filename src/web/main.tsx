// First of all, so that the order of its layers stands before any screen's own sheet adds to one.
import '#web/style/main.css';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from '#web/door/refused.js';
import { router } from '#web/router.jsx';
import { applyTheme } from '#web/shell/theme.js';

applyTheme();

const queries = new QueryClient({
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
