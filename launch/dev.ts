/** npm run dev: like the demo, with hot reload. */
import { createRequire } from 'node:module'
import { fail } from './fail'
import { runSampleInstallation } from './sample-installation'

try {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  await runSampleInstallation([next, 'dev'], { NODE_ENV: 'development' })
} catch (error) {
  fail(error)
}
