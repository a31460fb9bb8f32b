import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** What the browser loads: one module, its lazy views and languages, and the classic loader. */
const widget: UserConfig = {
  build: {
    outDir: 'dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { 'billing-portal': path('widget/index.ts') },
      // One request for the entry: nothing that it needs at first may become a chunk of its own.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        minify: true,
      },
    },
  },
};

const loader: UserConfig = {
  build: {
    outDir: 'dist/widget',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      input: { embed: path('widget/loader.ts') },
      output: { format: 'iife', entryFileNames: '[name].js', minify: true },
    },
  },
};

/** Everything that runs in Node, with its packages inside: quick to start, nothing to install. */
const server: UserConfig = {
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: {
        'server/node': path('server/node.ts'),
        'server/cli': path('server/cli.ts'),
        'demo/start': path('demo/start.ts'),
        'demo/simulator': path('demo/stripe/start.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
};

const BUILDS: Record<string, UserConfig> = { widget, loader, server };

export default defineConfig(({ mode }) => ({ logLevel: 'warn', ...BUILDS[mode] }));
