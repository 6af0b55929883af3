import { isHeldUp, isLeftUncovered, writeHead } from '../lib/audit/head'
import type { Verdict } from '../lib/audit/verify'

const FLAWS: Record<NonNullable<Verdict['flaw']>, (seq: number) => string> = {
  altered: (seq) => `Row ${seq} of the audit log was altered, or moved here.`,
  removed: (seq) => `What stood in the audit log at row ${seq}, or at the next, was removed.`,
  added: (seq) => `Row ${seq} of the audit log was added later, or its leaf was removed.`,
  cut_off: (seq) => `Row ${seq} of the audit log and what followed it, up to the head, was cut off.`,
  another_address: (seq) =>
    `The address from which row ${seq} of the audit log was told was exchanged for another one.`,
  not_of_head: (seq) => `The audit log up to row ${seq} was written anew: it is another one than the head’s.`,
}

type Sound = Extract<Verdict, { flaw: null }>

/** Whether the log is as it was written, and the heads that it was held against go on; `now` in milliseconds. */
export function isVouchedFor(verdict: Verdict, now: number): boolean {
  return verdict.flaw === null && !isLeftUncovered(verdict.covered?.uncoveredSince ?? null, now)
}

/** What a verification found, for a shell; `now` in milliseconds. What waits to be sealed is no flaw: where nothing runs, nothing is sealed. */
export function verdictSentence(verdict: Verdict, now: number): string {
  if (verdict.flaw !== null) return FLAWS[verdict.flaw](verdict.seq)
  const { head, unsealed, unsealedSince } = verdict
  const found = `${head.size} rows of the audit log are as they were written, ${unsealed} are not sealed yet.`
  const heldUp = `Sealing is held up, or Debrief is not running: the oldest of them was told at ${unsealedSince}.`
  return [
    ...[found, ...(isHeldUp(unsealedSince, now) ? [heldUp] : []), ...coveredSentences(verdict, now)],
    `The head:\n${writeHead(head)}`,
  ].join(' ')
}

/** How far what is held elsewhere reaches: what came after it could be made anew, with the tree, unseen. */
function coveredSentences({ covered, head, unsealed }: Sound, now: number): string[] {
  if (!covered) return []
  const reaching = `The heads of FILE cover ${covered.size} of ${head.size + unsealed}`
  if (!isLeftUncovered(covered.uncoveredSince, now)) return [`${reaching}.`]
  return [
    `${reaching}: nothing vouches for what came after, from ${covered.uncoveredSince} on. Heads are not kept in it any more, or Debrief is not running.`,
  ]
}
