import { signInOverHttp } from './http-session'
import { type Installation, MEMBERS, PASSWORD, startInstallation } from './installation'
import { test } from './test'
import { untilPulled } from './until-pulled'

/** The tests of a file on an installation of their own, whose interviews are there; for what is everybody's. */
export function testOnItsOwn(options: Parameters<typeof startInstallation>[0] = {}) {
  return test.extend<object, { installation: Installation }>({
    installation: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are asked for from this pattern.
      async ({}, use) => {
        const installation = await startInstallation(options)
        await untilPulled(installation.origin, await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD))
        await use(installation)
        await installation.stop()
      },
      { scope: 'worker' },
    ],
    baseURL: async ({ installation }, use) => {
      await use(installation.origin)
    },
  })
}
