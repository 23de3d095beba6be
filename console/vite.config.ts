import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const own = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Where the sources are served, calls go to this server. */
const SERVER = process.env.PASSERELLE_URL ?? 'http://127.0.0.1:8787';
const CALL_HEADER = 'x-passerelle-console';

export default defineConfig({
  root: own('.'),
  base: '/console/',
  plugins: [react()],
  resolve: { alias: { 'passerelle/client': own('../src/client/index.ts') } },
  build: {
    outDir: own('dist'),
    emptyOutDir: true,
    // Fonts too are files: the pages' policy allows nothing inline.
    assetsInlineLimit: 0,
    // What every page needs comes in one piece.
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: {
      '/api': { target: SERVER },
      // A page and a call may have the same path.
      '/console': {
        target: SERVER,
        bypass: ({ url, headers }) => (headers[CALL_HEADER] === undefined ? url : undefined),
      },
    },
  },
});
