import type { InterviewRow } from '@/lib/interviews/interview'
import type { Status } from '@/lib/interviews/status'
import type { StatusOutbox } from './status-outbox'

export type StatusOfRow = Pick<InterviewRow, 'id' | 'status' | 'statusSet'>
/** What an interview's status is by all that this tab knows; `version` is null where nobody has set one. */
export type ShownStatus = { status: Status; version: string | null; isUnsent: boolean }

/** By what this tab has changed and what the row says: one that was read before the change shows what came of it. */
export function shownStatus(outbox: StatusOutbox | null, { id, status, statusSet }: StatusOfRow): ShownStatus {
  const [waiting, settled] = [outbox?.waiting(id), outbox?.settled(id)]
  const known = statusSet?.version ?? null
  const stands = settled?.former.has(known) ? settled.now : { status, version: known }
  return { status: waiting?.status ?? stands.status, version: stands.version, isUnsent: waiting !== undefined }
}
