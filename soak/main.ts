/** npm run soak [-- --minutes N --seed N]: a hostile Ribbon, kills and pauses for as long as one asks, on 127.0.0.1. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SERVER } from '../launch/build'
import { fail } from '../launch/fail'
import { readOptions } from './options'
import { soak } from './soak'

async function main() {
  const options = readOptions(process.argv.slice(2))
  if (!existsSync(SERVER)) throw new Error('There is no build yet. Make one with: npm run build')
  const interrupted = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort())

  const repeat = `npm run soak -- --minutes ${options.minutes} --seed ${options.seed}`
  console.log(`${repeat}: nothing here leaves 127.0.0.1; Ctrl-C ends all of it.`)
  const { figures, broken, log } = await soak(options, interrupted.signal).catch(crash)
  for (const line of figures) console.log(line)
  if (broken.length === 0) console.log('Nothing broke.')
  for (const sentence of broken) console.error(`BROKEN: ${sentence}`)
  if (broken.length > 0)
    console.error(`${broken.length} things broke; what the app printed is in ${keep(log)}. To repeat it: ${repeat}`)
  process.exit(broken.length > 0 ? 1 : interrupted.signal.aborted ? 130 : 0)
}

function keep(log: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'soak-')), 'log')
  writeFileSync(file, log)
  return file
}

/** With its stack and cause: it is a fault of the soak itself. */
function crash(error: unknown): never {
  console.error(error)
  process.exit(1)
}

await main().catch(fail)
