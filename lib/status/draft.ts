import { z } from 'zod'
import { interviewId } from '../interviews/interview-id'
import { STATUSES, type Status } from '../interviews/status'
import { typedText } from '../text/typed-text'

/** Interviews whose status one request changes. */
export const MOST_AT_ONCE = 500
/** Characters. */
const LONGEST_REASON = 1_000

const reason = typedText
  .max(LONGEST_REASON, `A reason has at most ${LONGEST_REASON.toLocaleString('en-US')} characters.`)
  .nullish()
  .transform((written) => written || null)
const decision = { status: z.enum(STATUSES), reason }
/** As they are stored: a client may write them in capitals. */
const versionId = z.uuid().transform((id) => id.toLowerCase())

/** The version that whoever changes it knew, null for none: where another one stands, nothing is changed. Left out: whatever stands. */
const replaces = versionId.nullable().optional()
/** What its sender calls the version that it makes, by which they can take it back without having heard an answer. */
const version = versionId.optional()

const hasReason = ({ status, reason }: { status: Status; reason: string | null }) =>
  status !== 'declined' || reason !== null
const WITHOUT_REASON = { path: ['reason'], message: 'Say why: declining somebody needs a reason.' }

/** Since two of one request cannot be stored under the same. */
function areApart(refs: readonly { version?: string | undefined }[]): boolean {
  const named = refs.flatMap((ref) => ref.version ?? [])
  return new Set(named).size === named.length
}

/** What a member sends for one interview. */
export const statusDraft = z.object({ ...decision, replaces }).refine(hasReason, WITHOUT_REASON)

/** And for many at once. */
export const statusesDraft = z
  .object({
    ...decision,
    interviews: z
      .array(z.object({ id: interviewId, replaces, version }))
      .min(1, 'Name an interview.')
      .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} at once.`)
      .refine(areApart, 'Each interview has a version of its own.'),
  })
  .refine(hasReason, WITHOUT_REASON)

/** Versions of the sender's own, to be taken back. */
export const takenBack = z.object({
  versions: z.array(versionId).min(1).max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} at once.`),
})

export type Decision = { status: Status; reason: string | null }
export type StatusRef = z.infer<typeof statusesDraft>['interviews'][number]

const MOST_REASONS = 30
/** Characters. */
const LONGEST_LISTED = 100

/** What those who decline somebody of a flow choose among. */
export const declineReasonsDraft = z.object({
  reasons: z
    .array(
      typedText
        .min(1, 'A reason has something in it.')
        .max(LONGEST_LISTED, `A reason of the list has at most ${LONGEST_LISTED} characters.`)
        .refine((reason) => !reason.includes('\n'), 'A reason of the list is on one line.'),
    )
    .max(MOST_REASONS, `A flow has at most ${MOST_REASONS} reasons.`)
    .transform((reasons) => [...new Set(reasons)]),
  /** Those that whoever changes them knew: where others stand, nothing is changed. Left out: whatever stands. */
  replaces: z.array(z.string().max(LONGEST_LISTED)).max(MOST_REASONS).optional(),
})
export type DeclineReasonsDraft = z.infer<typeof declineReasonsDraft>
