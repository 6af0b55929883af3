import { STATUSES, type Status } from '@/lib/interviews/status'
import { fieldsOf, isText } from '../unknown-fields'

/** What somebody chose for an interview; `replaces` is the version that they saw, null for none. */
export type ChosenStatus = {
  interviewId: string
  /** Of whom a sentence tells. */
  called: string
  status: Status
  reason: string | null
  replaces: string | null
}

/** One that the server does not have; `version` tells it from a later choice. */
export type UnsentStatus = ChosenStatus & { writtenAt: string; version: string }

/** Null for what is no choice of ours. */
export function readUnsentStatus(interviewId: string, stored: unknown): UnsentStatus | null {
  const { called, status: word, reason, replaces, writtenAt, version } = fieldsOf(stored)
  const status = STATUSES.find((one) => one === word)
  const isOurs = isText(called) && status && isText(writtenAt) && isText(version)
  if (!isOurs || !isTextOrNull(reason) || !isTextOrNull(replaces)) return null
  return { interviewId, called, status, reason, replaces, writtenAt, version }
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value)
}
