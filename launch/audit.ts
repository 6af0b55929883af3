/** npm run audit: whether what was told of changes is as it was told; with the app running or not. */
import { type Verdict, verifyEvents } from '../lib/audit/verify'
import { operator } from '../lib/auth/operator'
import { readHeadsOf } from './audit-arguments'
import { fail } from './fail'
import { UsageError } from './member-arguments'
import { onDatabase } from './on-database'
import { isVouchedFor, verdictSentence } from './verdict-sentence'

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
