import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: HERE,
  logLevel: 'error',
  plugins: [svelte({ configFile: false })],
  // Vue's templates are compiled in the page, as in an application without a build.
  resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    outDir: fileURLToPath(new URL('../../../.cache/zoo', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The size of a fixture matters to nobody, the time to build it does.
    minify: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 100_000,
  },
});
