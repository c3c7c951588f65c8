/** How Vite serves and builds the designer; the element tests read the same file. */
import { defineConfig } from 'vite'

// `npm run dev`: the pages come from Vite, the data from the server, which refuses foreign origins.
const server = `http://127.0.0.1:${process.env['PORT'] ?? 8080}`
const fromServer = { target: server, changeOrigin: true, headers: { origin: server } }

export default defineConfig({
  root: import.meta.dirname,
  resolve: {
    alias: [
      // monaco-yaml asks for the path of an older Monaco
      { find: 'monaco-editor/esm/vs/editor/editor.worker.js', replacement: 'monaco-editor/editor/editor.worker' },
    ],
  },
  optimizeDeps: {
    // Named here, or the first visit in a development session discovers them one by one and reloads.
    exclude: ['monaco-editor'],
    include: ['lit', 'lit/decorators.js', 'monaco-yaml', 'monaco-yaml/yaml.worker.js', 'monaco-worker-manager/worker'],
  },
  server: { proxy: { '/api': fromServer, '/fhir': fromServer } },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    target: 'es2023',
    chunkSizeWarningLimit: 5000, // Monaco, loaded late
    rolldownOptions: { checks: { pluginTimings: false } },
  },
})
