import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const ICON_SETS = {
  temaki: here('node_modules/@rapideditor/temaki/icons'),
  maki: here('node_modules/@mapbox/maki/icons'),
}

/** Every icon at /icons/<set>/<name>.svg: the catalogue names them, so the code cannot know which are used. */
function icons(): Plugin {
  let outDir = ''
  return {
    name: 'icons',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
    configureServer: (server) => {
      server.middlewares.use('/icons', (request, response, next) => {
        const [, set = '', file = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? []
        const folder = ICON_SETS[set as keyof typeof ICON_SETS]
        if (!folder || basename(file) !== file) return next()
        response.setHeader('content-type', 'image/svg+xml')
        createReadStream(join(folder, file)).on('error', next).pipe(response)
      })
    },
    writeBundle: async () => {
      for (const [set, from] of Object.entries(ICON_SETS)) {
        const to = join(outDir, 'icons', set)
        await mkdir(to, { recursive: true })
        for (const file of await readdir(from))
          if (file.endsWith('.svg')) await copyFile(join(from, file), join(to, file))
      }
    },
  }
}

/** The writer of workbooks packs without a worker, which the page's policy would forbid it: see web/plan/export/pack-at-once.ts. */
export function packAtOnce(): Plugin {
  return {
    name: 'pack-at-once',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === 'fflate' && importer?.includes('/write-excel-file/')
        ? here('web/plan/export/pack-at-once.ts')
        : undefined,
  }
}

const SERVER = process.env.GRIDKEEPER_SERVER ?? 'http://localhost:8080'
const proxied = ['/api', '/tiles', '/healthz', '/readyz', '/metrics', '/version', '/openapi.json', '/docs', '/enter']

const repository = dirname(fileURLToPath(import.meta.url))

/** CI has 15 minutes, which these overrun. `npm test` runs them everywhere else. */
const OVER_TIME = ['wall-soak', 'wall-heals', 'wall-pictures'].map((name) => `test/e2e/${name}.test.ts`)

export default defineConfig({
  root: here('web'),
  plugins: [react(), icons(), packAtOnce()],
  // MapLibre's worker is a file of its own: bundling it ahead in development loses it.
  optimizeDeps: { exclude: ['maplibre-gl', 'write-excel-file'] },
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, SERVER])) },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // A wall reads there which files it is made of, before it loads a new build.
    manifest: 'build.json',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/](maplibre-gl|@maplibre|@mapbox)[\\/]/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        root: repository,
        test: {
          name: 'fast',
          // Their modules keep no state between files, and reading them anew for each took longer than the tests.
          isolate: false,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.slow.test.ts', 'test/e2e/**'],
        },
      },
      {
        root: repository,
        test: {
          name: 'slow',
          // As above.
          isolate: false,
          globalSetup: ['test/support/postgres.ts'],
          include: ['test/**/*.slow.test.ts'],
          exclude: ['test/e2e/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root: repository,
        test: {
          name: 'e2e',
          globalSetup: ['test/e2e/demo-server.ts'],
          include: ['test/e2e/*.test.ts'],
          exclude: process.env.CI === 'true' ? OVER_TIME : [],
          pool: 'forks',
          fileParallelism: false,
          // All in one process, with one browser (visit.ts).
          isolate: false,
          // A busy machine that draws in software may miss a wait once; a fault is there twice.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
