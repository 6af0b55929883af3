import { STATUSES, type Status } from '@/lib/interviews/status'
import { fieldsOf, isText } from '../unknown-fields'

/** What somebody chose for an interview; `replaces` is the version that they saw, null for none, and `before` its status. */
export type ChosenStatus = {
  interviewId: string
  /** Of whom a sentence tells. */
  called: string
  status: Status
  reason: string | null
  replaces: string | null
  before: Status
}

/** One that the server does not have, as far as is known here. */
export type UnsentStatus = ChosenStatus & {
  writtenAt: string
  /** Tells it from a later choice, and is what the server calls it, so that it can be taken back there whether or not it was answered. */
  version: string
  /** Versions of this browser's whose answers are not known: each may stand. */
  mayStand: readonly string[]
  /** All of `mayStand` is to be taken back, to the status that is named here; nothing else is chosen. */
  isTakenBack: boolean
}

/** Null for what is no choice of ours. What an earlier build did not keep yet is taken for nothing: the choice is its author's all the same. */
export function readUnsentStatus(interviewId: string, stored: unknown): UnsentStatus | null {
  const { called, status: word, reason = null, replaces = null, writtenAt, version, ...since } = fieldsOf(stored)
  const { before: former = 'new', mayStand = [], isTakenBack = false } = since
  const [status, before] = [statusOf(word), statusOf(former)]
  const isOurs = isText(called) && status && before && isText(writtenAt) && isText(version)
  if (!isOurs || !isTextOrNull(reason) || !isTextOrNull(replaces) || typeof isTakenBack !== 'boolean') return null
  if (!isListOfTexts(mayStand)) return null
  return { interviewId, called, status, reason, replaces, before, writtenAt, version, mayStand, isTakenBack }
}

function statusOf(word: unknown): Status | undefined {
  return STATUSES.find((one) => one === word)
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value)
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText)
}
