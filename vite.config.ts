import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the screens to dist/web, where the server finds them. `npx vite` serves them beside a running server. */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), tailwindcss()],
  // The same condition that TypeScript reads: `#web/…` means the source, not what was built from it.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts stay files of their own: inlined, each would be loaded before it is used.
    assetsInlineLimit: 0,
  },
  server: {
    port: 4790,
    proxy: { '/api': 'http://localhost:4711' },
  },
});
