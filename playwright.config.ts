import { defineConfig, devices } from '@playwright/test'
import { CHROMIUM_ARGS, findHeadlessChromium } from './e2e/chromium'
import { FIREFOX_OPTIONS, findEngines } from './e2e/engines'

const { firefox, webkit } = findEngines()
const WINDOW = { width: 1440, height: 900 }
const WEBKIT_SPEC = '**/webkit.spec.ts'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/shared-installation.ts',
  // Limits end what hangs: a busy machine is not a failure.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  use: {
    viewport: WINDOW,
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // A trace is recorded of tests that pass too, which costs all of them: E2E_TRACE=1 asks for it.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: WEBKIT_SPEC,
      use: {
        ...devices['Desktop Chrome'],
        viewport: WINDOW,
        launchOptions: { executablePath: findHeadlessChromium(), args: CHROMIUM_ARGS },
      },
    },
    ...(firefox
      ? [
          {
            name: 'firefox',
            grep: /@engines/,
            use: { browserName: 'firefox' as const, launchOptions: FIREFOX_OPTIONS },
          },
        ]
      : []),
    ...(webkit ? [{ name: 'webkit', testMatch: WEBKIT_SPEC }] : []),
  ],
})
