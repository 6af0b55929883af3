import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

// Vitest runs outside React's server condition, where the real package throws by design.
const alias = { '@': root.replace(/\/$/, ''), 'server-only': `${root}node_modules/server-only/empty.js` }
const exclude = ['**/node_modules/**', '.next/**', '.bench/**', 'e2e/**']

const FOLDERS = ['app', 'components', 'launch', 'lib', 'sandbox', 'soak']
/** What a test names that reaches beyond values of its own. */
const BEYOND =
  /\bvi\b|@vitest-environment|child_process|process\.|globalThis|(?:before|after)(?:All|Each)|node:(?:fs|http|net|os|timers|worker)|\bwindow\b|\bdocument\b|\/testing\//
/** None of these leaves anything behind: a process for each costs more than all that is tested in it. */
const sharing = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
).filter((file) => /(?<!\.db)\.test\.tsx?$/.test(file) && !BEYOND.test(readFileSync(join(root, file), 'utf8')))

/** They end what hangs: a busy machine is not a failure. */
const LIMITS = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } }
/** As long for what a test waits for by itself. */
const PATIENCE = 'launch/testing/patience.ts'

export default defineConfig({
  test: {
    // By default one core stays idle, which is half of a small machine.
    maxWorkers: '100%',
    globalSetup: ['launch/testing/temporary-root.ts'],
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'pure',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.db.test.ts', ...sharing],
          setupFiles: [PATIENCE],
          ...LIMITS,
        },
      },
      {
        resolve: { alias },
        test: { name: 'sharing', include: sharing, isolate: false, ...LIMITS },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          // A thread has its own modules and variables as a process has, and is started in half the time.
          pool: 'threads',
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup: ['lib/db/testing/embedded.ts'],
          setupFiles: [PATIENCE, 'lib/db/testing/setup.ts'],
          ...LIMITS,
        },
      },
    ],
  },
})
