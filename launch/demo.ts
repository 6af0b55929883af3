/** npm run demo: the production build over the sandbox's sample interviews. */
import { buildIfStale, SERVER } from './build'
import { fail } from './fail'
import { runSampleInstallation } from './sample-installation'

try {
  buildIfStale()
  await runSampleInstallation([SERVER], { NODE_ENV: 'production' })
} catch (error) {
  fail(error)
}
