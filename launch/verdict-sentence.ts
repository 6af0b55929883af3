import { isHeldUp, writeHead } from '../lib/audit/head'
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

/** What a verification found, for a shell; `now` in milliseconds. What waits to be sealed is no flaw: where nothing runs, nothing is sealed. */
export function verdictSentence(verdict: Verdict, now: number): string {
  if (verdict.flaw !== null) return FLAWS[verdict.flaw](verdict.seq)
  const { head, unsealed, unsealedSince } = verdict
  const found = `${head.size} rows of the audit log are as they were written, ${unsealed} are not sealed yet.`
  const heldUp = `Sealing is held up, or Debrief is not running: the oldest of them was told at ${unsealedSince}.`
  return [found, ...(isHeldUp(unsealedSince, now) ? [heldUp] : []), `The head:\n${writeHead(head)}`].join(' ')
}
