/** npm run bench [-- name…]: each measurement prints a table with its baseline, from the same run, and the ratio. */
import { measureAuth } from './auth'
import { measureCompare } from './compare'
import { measureFeel } from './feel'
import { measureLighthouse } from './lighthouse'
import { measureMemory } from './memory'
import { measurePages } from './pages'
import { measurePass } from './pass'
import { measureQueue } from './queue'
import { measureReview } from './review'
import { measureSearch } from './search'
import { measureSync } from './sync'
import { measureTransfer } from './transfer'
import { measureUse } from './use'

const MEASUREMENTS = {
  pages: measurePages,
  review: measureReview,
  queue: measureQueue,
  feel: measureFeel,
  compare: measureCompare,
  auth: measureAuth,
  search: measureSearch,
  sync: measureSync,
  pass: measurePass,
  memory: measureMemory,
  transfer: measureTransfer,
  use: measureUse,
  lighthouse: measureLighthouse,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(MEASUREMENTS, name))
if (unknown.length > 0) {
  console.error(`There is no measurement ${unknown.join(', ')}. There are: ${Object.keys(MEASUREMENTS).join(', ')}.`)
  process.exit(2)
}

for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (asked.length === 0 || asked.includes(name)) await measure()
}
