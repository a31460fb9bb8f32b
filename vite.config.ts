import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { collapseTemplates } from './scripts/collapse-templates.ts';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * What the browser loads: one module, its lazy parts and languages. Built as a library: an
 * application's lazy imports come with a preloader, which also throws events at the page's window.
 */
const widget: UserConfig = {
  plugins: [collapseTemplates()],
  // How hosts of static files are told to serve them: copied beside the scripts.
  publicDir: path('widget/hosting'),
  build: {
    outDir: 'dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    license: { fileName: 'licenses.md' },
    lib: { entry: { 'billing-portal': path('widget/index.ts') }, formats: ['es'] },
    rolldownOptions: {
      // One request for the entry: nothing that it needs at first may become a chunk of its own.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // A library keeps its white space unless told.
        minify: true,
        comments: { annotation: false },
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
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'common/[name]-[hash].js' },
    },
  },
};

/** The same server for Workers: one file without Node in it. The platform serves the widget. */
const worker: UserConfig = {
  ssr: {
    noExternal: true,
    target: 'webworker',
    resolve: { conditions: ['workerd', 'worker', 'module', 'import'] },
  },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      input: { 'server/worker': path('server/worker.ts') },
      output: { entryFileNames: '[name].js', codeSplitting: false },
    },
  },
};

/** One file that needs nothing beside it, so that it can be built and started alone. */
const simulator: UserConfig = {
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: {
      input: { 'demo/simulator': path('demo/stripe/start.ts') },
      output: { entryFileNames: '[name].js', codeSplitting: false },
    },
  },
};

const BUILDS: Record<string, UserConfig> = { widget, loader, server, worker, simulator };

export default defineConfig(({ mode }) => ({ logLevel: 'warn', ...BUILDS[mode] }));
