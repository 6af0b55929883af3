import 'server-only'
import type { Viewer } from '../auth/viewer'
import { decrypt, encryptAlike } from '../db/encrypt'
import { env } from '../env'
import { idOfParameter, interviewId, type InterviewId } from '../interviews/interview-id'
import { hasWords } from './answer-state'
import type { AnswersInSight } from './compared'

const ALIAS = /^hidden\.([\w-]{40,})$/

/** An interview's id for a member who is not to learn by it whose interview it is: the same each time, and of use to nobody else. */
export function aliasOf({ memberId }: Pick<Viewer, 'memberId'>, id: string): string {
  return `hidden.${encryptAlike(id, ownerOf(memberId), env().NEXTAUTH_SECRET).toString('base64url')}`
}

/** The interview that the parameter of an endpoint means, by its id or by this member's alias. Throws `interview_not_found`. */
export function interviewOfParameter(viewer: Pick<Viewer, 'memberId'>, parameter: string): InterviewId {
  return idOfParameter(meantBy(viewer, parameter))
}

/** Those that a link to the comparison means; what can be none is left out. */
export function interviewsOfLink(viewer: Pick<Viewer, 'memberId'>, ids: string[]): InterviewId[] {
  return ids.flatMap((id) => interviewId.safeParse(meantBy(viewer, id)).data ?? [])
}

/** Of whom an answer is told by its words; who gave none is only named. */
export function interviewsOfAnswers(
  viewer: Pick<Viewer, 'memberId'>,
  answers: AnswersInSight['answers'],
): InterviewId[] {
  const told = answers.filter((answer) => hasWords(answer) && answer.segments.length > 0)
  return interviewsOfLink(
    viewer,
    told.map(({ interview }) => interview),
  )
}

function meantBy({ memberId }: Pick<Viewer, 'memberId'>, told: string): string {
  const [, encrypted] = ALIAS.exec(told) ?? []
  const meant = encrypted && decrypt(Buffer.from(encrypted, 'base64url'), ownerOf(memberId), env().NEXTAUTH_SECRET)
  return meant ?? told
}

function ownerOf(memberId: string): string {
  return `an interview's alias for ${memberId}`
}
