import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

/** Playwright's own Chromium where it has been downloaded, else the system's; throws a sentence that says how to get one. */
export function findChromium(): string {
  const found = [chromium.executablePath(), ...INSTALLED].find((path) => existsSync(path))
  if (found) return found
  throw new Error(
    'The browser tests need Chromium: npx playwright install --with-deps chromium, or apt-get install chromium.',
  )
}

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]
