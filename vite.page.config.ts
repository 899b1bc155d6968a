import { defineConfig } from 'vite';

/** `npm run build:page`: the page code alone, for benchmarks and for trying it in any console. */
export default defineConfig({
  build: {
    outDir: '.output/page',
    emptyOutDir: true,
    target: 'es2023',
    lib: {
      entry: 'lib/page/page-bundle.ts',
      formats: ['iife'],
      name: 'ErrandPageBundle',
      fileName: () => 'errand-page.js',
    },
  },
});
