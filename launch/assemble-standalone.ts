/** Next leaves the browser's files out of its standalone folder; with them it is all that a deployment needs. */
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleCommands } from './bundle-commands'

const FILES = '.next/static'
const STANDALONE = '.next/standalone'
const DEPLOYED = join(STANDALONE, FILES)

/** Chromium then compiles a script on another thread while it arrives; otherwise on the page's own, each function when it is first called (decision 0010). */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad\n'

// Next copies those of the checkout; a server has its variables from whoever starts it, and its folder may be handed on.
for (const name of readdirSync(STANDALONE)) if (name.startsWith('.env')) rmSync(join(STANDALONE, name))

cpSync(FILES, DEPLOYED, { recursive: true })
for (const name of readdirSync(DEPLOYED, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.js')) continue
  const path = join(DEPLOYED, name)
  writeFileSync(path, COMPILE_AT_ONCE + readFileSync(path, 'utf8'))
}

await bundleCommands(STANDALONE)
