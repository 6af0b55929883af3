import { existsSync } from 'node:fs'
import { MINI_BROWSER } from './webkit/webkit-driver'

/** Mozilla's own builds: Playwright speaks WebDriver BiDi to them. */
const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox']
const WEBKIT = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb', MINI_BROWSER]

/** Firefox gives an audio recording up where no device could sound it: this one only keeps the time. */
export const FIREFOX_PREFERENCES = { 'media.cubeb.force_mock_context': true }

/**
 * Where Firefox and WebKitGTK are; undefined and false where they are not installed and so not tried. With `E2E_ENGINES=all`
 * that is an error, which says how to get them.
 */
export function findEngines(): { firefox: string | undefined; webkit: boolean } {
  const found = { firefox: FIREFOX.find((path) => existsSync(path)), webkit: WEBKIT.every((path) => existsSync(path)) }
  if (process.env.E2E_ENGINES === 'all' && !(found.firefox && found.webkit))
    throw new Error('The tests in all engines need them: apt-get install firefox-esr webkit2gtk-driver xvfb.')
  return found
}
