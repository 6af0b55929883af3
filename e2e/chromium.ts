import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']
const HEADLESS = ['/usr/bin/chromium-headless-shell']

/** Playwright's own Chromium where it has been downloaded, else the system's; throws a sentence that says how to get one. */
export function findChromium(): string {
  return firstOf([chromium.executablePath(), ...INSTALLED])
}

/** A Chromium without a window, which costs a fifth less; undefined where Playwright has its own and finds it by itself. */
export function findHeadlessChromium(): string | undefined {
  return existsSync(chromium.executablePath()) ? undefined : firstOf([...HEADLESS, ...INSTALLED])
}

function firstOf(paths: string[]): string {
  const found = paths.find((path) => existsSync(path))
  if (found) return found
  throw new Error(
    'The browser tests need Chromium: npx playwright install --with-deps chromium, or apt-get install chromium-headless-shell.',
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
