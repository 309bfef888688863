import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { notePackages } from './resources/build/note-packages.mjs';

/**
 * Targets are set here and not taken from the version of the `electron` package: one build runs on what users get
 * (Electron 45) and on what closed machines can run (Electron 33, see README). Source maps lie next to what is built, for
 * stacks of the log; no file names them, and no package holds them (resources/build/).
 */
export default defineConfig({
  main: {
    plugins: [notePackages('main')],
    build: {
      target: 'node20.18',
      sourcemap: 'hidden',
      minify: false,
      // Native modules stay outside; everything else is bundled, so that the packaged app needs no node_modules of it.
      externalizeDeps: { exclude: [] },
      rollupOptions: {
        input: { main: 'src-main/main.ts', 'practice-process': 'src-main/practice/practice-process.ts' },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
        external: ['better-sqlite3', 'keytar'],
      },
    },
  },
  preload: {
    plugins: [notePackages('preload')],
    build: {
      target: 'node20.18',
      sourcemap: 'hidden',
      minify: false,
      // A sandboxed preload can require electron and nothing else.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'src-preload/preload.ts', 'reader-preload': 'src-preload/reader-preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), notePackages('window')],
    // Every asset keeps a file of its own: font-src 'self' refuses data: fonts.
    build: {
      target: 'chrome130',
      sourcemap: 'hidden',
      minify: 'oxc',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: 'src-renderer/index.html', 'sheet-reader': 'src-renderer/sheet-reader.html' },
        // What the window starts with is one file: each further one would be a question to the busy main process.
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'window',
                tags: ['$initial'],
                test: (id) => !/src-renderer\/(sheet-reader\.html|sheets\/reader-page\.ts)/.test(id),
              },
            ],
          },
        },
      },
    },
    worker: { format: 'es', plugins: () => [notePackages('worker')] },
  },
});
