import { existsSync } from 'node:fs'

const FIREFOX = '/usr/bin/firefox-esr'
const ARCHITECTURES: Partial<Record<NodeJS.Architecture, string>> = { x64: 'x86_64', arm64: 'aarch64' }
/** WebKitGTK's own browser. */
export const MINI_BROWSER = `/usr/lib/${ARCHITECTURES[process.arch]}-linux-gnu/webkit2gtk-4.1/MiniBrowser`

/** Playwright speaks WebDriver BiDi to Mozilla's own build. */
export const FIREFOX_OPTIONS = {
  channel: 'moz-firefox',
  executablePath: 'e2e/firefox.sh',
  // Firefox gives a recording up where no device could sound it: this one only keeps the time.
  firefoxUserPrefs: { 'media.cubeb.force_mock_context': true },
}

/** Whether they are installed, and so tried. With `E2E_ENGINES=all` it is an error if not, which says how to get them. */
export function findEngines(): { firefox: boolean; webkit: boolean } {
  const firefox = areInstalled('/usr/bin/setpriv', FIREFOX)
  const webkit = areInstalled('/usr/bin/setpriv', '/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb', MINI_BROWSER)
  if (process.env.E2E_ENGINES === 'all' && !(firefox && webkit))
    throw new Error('The tests in all engines need them: apt-get install firefox-esr webkit2gtk-driver xvfb.')
  return { firefox, webkit }
}

function areInstalled(...paths: string[]): boolean {
  return paths.every((path) => existsSync(path))
}
