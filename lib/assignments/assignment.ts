import { z } from 'zod'
import type { Author } from '../members/member'
import { foreignId } from '../text/foreign-id'
import { typedText } from '../text/typed-text'
import { typedDay } from '../text/typed-time'

/** Interviews that are handed out at once. */
export const MOST_ASSIGNED = 2_000
const MOST_MEMBERS = 100
/** That assignments had before they were given another. */
const MOST_DAYS = 1_000
/** Of one interview. */
const MOST_VOTES = 10
/** Of an interview to a member, at once: what is written in one go, and what can be taken back in one. */
export const MOST_PAIRS = MOST_ASSIGNED * MOST_VOTES

const interviewIds = z.array(foreignId.brand<'InterviewId'>()).min(1).max(MOST_ASSIGNED)
/** Each once, however often it is named. */
const memberIds = z
  .array(z.uuid())
  .min(1, 'Choose a member.')
  .max(MOST_MEMBERS)
  .transform((ids) => [...new Set(ids.map((id) => id.toLowerCase()))])
/** A day of the calendar, wherever its reader is. */
const dueOn = typedDay.nullable().default(null)

/** Each of these interviews to each of these members. */
const byHand = z
  .strictObject({ interviewIds, memberIds, dueOn })
  .refine(
    (wanted) => wanted.interviewIds.length * wanted.memberIds.length <= MOST_PAIRS,
    `At once at most ${MOST_PAIRS.toLocaleString('en')} are assigned, interviews times members: choose fewer of either.`,
  )
export type HandedOut = z.infer<typeof byHand>

/** All interviews of a flow that somebody has taken, each to `votesEach` of these members, evenly. */
const ofFlow = z.strictObject({ flowId: foreignId, memberIds, votesEach: z.int().min(1).max(MOST_VOTES), dueOn })
export type SharedOut = z.infer<typeof ofFlow>

/** Interviews of which somebody asks how they are handed out. */
export const chosen = z.strictObject({ interviewIds })

export const assigning = z.union([byHand, ofFlow])

/** That one member looks at one interview. */
export const asking = z.strictObject({
  memberId: z.uuid(),
  message: typedText
    .max(280, 'A message has at most 280 characters.')
    .nullable()
    .default(null)
    .transform((message) => message || null),
  dueOn,
})
export type Asking = z.infer<typeof asking>

/** Those of one day that are due on another one now; `from` is null for those that were due on none. */
const redated = z.strictObject({ assignmentIds: z.array(z.uuid()).min(1), from: typedDay.nullable(), to: typedDay })
export type Redated = z.infer<typeof redated>

/** What is taken back, and what is to be due again on the day before. */
export const withdrawing = z
  .strictObject({ assignmentIds: z.array(z.uuid()), redated: z.array(redated).max(MOST_DAYS).default([]) })
  .refine(
    ({ assignmentIds, redated: days }) => {
      const count = days.reduce((sum, one) => sum + one.assignmentIds.length, assignmentIds.length)
      return count > 0 && count <= MOST_PAIRS
    },
    `From 1 to ${MOST_PAIRS.toLocaleString('en')} assignments are taken back at once.`,
  )

/** `assignmentIds` are new, to be withdrawn by whoever thinks better of it, and `redated` were there and have another day; `unfilled` is how many are wanted that nobody chosen could be given, `left` how many interviews were too many for once. */
export type Assigned = { assignmentIds: string[]; redated: Redated[]; unfilled: number; left: number }

/** How some interviews are handed out: those that can be judged, those of them that nobody is assigned who may see them still, and each member who sees any. */
export type Assignable = {
  interviews: number
  unassigned: number
  members: { member: Author; sees: number; assigned: number }[]
}

/** Whom this member can ask about an interview, and whom they have asked. */
export type AsksOfInterview = {
  askable: Author[]
  asked: { id: string; member: Author; dueOn: string | null }[]
}
