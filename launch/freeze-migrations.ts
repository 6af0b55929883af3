/** npm run freeze: at a release, lists its migrations with their hashes; from then on they may not change. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { fail } from './fail'
import { freezeMigrations } from './released-migrations'

try {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')))
  freezeMigrations(version)
  console.log(`The migrations of ${version} are frozen.`)
} catch (error) {
  fail(error)
}
