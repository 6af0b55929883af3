/** npm run audit: whether what was told of changes is as it was told; with the app running or not. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type KeptHead, readHeads } from '../lib/audit/head'
import { type Verdict, verifyEvents } from '../lib/audit/verify'
import { operator } from '../lib/auth/operator'
import { fail } from './fail'
import { UsageError } from './member-arguments'
import { onDatabase } from './on-database'
import { isVouchedFor, verdictSentence } from './verdict-sentence'

const USAGE = `Usage:
  npm run audit -- verify [--head FILE]
It prints the head: keep it elsewhere, and hold what is stored later against it, and every other head in FILE, with --head. That fails
also where the last head of FILE is of more than an hour before the next event.`
const WRONG_INPUT = 2

try {
  const heads = readHeadsOf(process.argv.slice(2))
  console.log(await onDatabase(async () => report(await verifyEvents(operator(), heads))))
} catch (error) {
  if (!(error instanceof UsageError)) fail(error)
  console.error(error.message)
  process.exitCode = WRONG_INPUT
}

function report(verdict: Verdict): string {
  const now = Date.now()
  if (!isVouchedFor(verdict, now)) process.exitCode = 1
  return verdictSentence(verdict, now)
}

/** What to hold it against; nothing without --head. Throws UsageError. */
function readHeadsOf(args: string[]): KeptHead[] {
  const { positionals, values } = readArguments(args)
  if (positionals.join(' ') !== 'verify') throw new UsageError(USAGE)
  if (values.head === undefined) return []
  const heads = readHeads(textOf(values.head))
  if (heads.length === 0) throw new UsageError(`There is no head in ${values.head}.`)
  return heads
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options: { head: { type: 'string' } }, allowPositionals: true })
  } catch (cause) {
    throw new UsageError(USAGE, { cause })
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UsageError(`${file} cannot be read.`, { cause })
  }
}
