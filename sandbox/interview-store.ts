import { hashText } from './synthetic/random'
import { Failure } from './failure'
import { FOREIGN } from './foreign'
import type { Page } from './query'
import type { Heading, SyntheticInterviews } from './synthetic/catalogue'
import type { Interview, InterviewStatus } from './wire'

type Entry = Heading & { rank: number }

/** `hashed`: stable, but nothing that a client could rely on. */
export const LIST_ORDERS = ['hashed', 'newest_first', 'oldest_first'] as const
export type ListOrder = (typeof LIST_ORDERS)[number]

type Filter = { status: InterviewStatus; teamId: string | null }

/** Interviews that somebody wrote or changed are kept; the synthetic ones are written again each time they are read. */
export class InterviewStore {
  private readonly synthetic: SyntheticInterviews
  private readonly kept = new Map<string, Interview>()
  private readonly entries = new Map<string, Entry>()
  private readonly revoked = new Set<string>()
  private readonly removed = new Set<string>()
  private ordered: Entry[] | null = null
  private order: ListOrder = 'hashed'

  constructor(synthetic: SyntheticInterviews) {
    this.synthetic = synthetic
    for (const heading of synthetic.headings()) this.enter(heading)
  }

  /** `teamId` stands in for the `team_id` that interviews of older versions lack. */
  put(interview: Interview, teamId: string) {
    this.kept.set(interview.interview_id, interview)
    this.revoked.delete(interview.interview_id)
    this.removed.delete(interview.interview_id)
    this.enter({ id: interview.interview_id, status: interview.status, teamId: interview.team_id ?? teamId })
  }

  find(id: string): Interview | null {
    if (this.removed.has(id)) return null
    const found = this.kept.get(id) ?? this.synthetic.find(id)
    if (!found?.interview_data || !this.revoked.has(id)) return found
    return { ...found, interview_data: { ...found.interview_data, audio_url: null, video_url: null } }
  }

  /** Throws 403 for another organisation's, 422 for an unknown id. */
  require(id: string): Interview {
    if (id === FOREIGN.interview) throw new Failure(403, 'The interview does not belong to the organization.')
    const found = this.find(id)
    if (!found) throw new Failure(422, 'No interview found with provided interview_session_id.')
    return found
  }

  *list(filter: Filter, { limit, offset }: Page): Generator<Interview> {
    this.ordered ??= this.inOrder()
    const matching = this.ordered.filter(
      ({ status, teamId }) => status === filter.status && (filter.teamId === null || teamId === filter.teamId),
    )
    for (const { id } of matching.slice(offset, offset + limit)) {
      const interview = this.find(id)
      if (interview) yield interview
    }
  }

  /** Writes each of them, synthetic ones too. */
  *ofFlow(flowId: string): Generator<Interview> {
    for (const id of this.entries.keys()) {
      const interview = this.find(id)
      if (interview?.interview_flow_id === flowId) yield interview
    }
  }

  setOrder(order: ListOrder) {
    this.order = order
    this.ordered = null
  }

  /** As if it had never been. */
  remove(id: string) {
    this.kept.delete(id)
    this.entries.delete(id)
    this.removed.add(id)
    this.ordered = null
  }

  revokeRecordings(id: string) {
    this.revoked.add(id)
  }

  hasRecording(id: string) {
    return !this.revoked.has(id)
  }

  /** The entries stand in the order in which they came. */
  private inOrder(): Entry[] {
    const entries = [...this.entries.values()]
    if (this.order === 'oldest_first') return entries
    if (this.order === 'newest_first') return entries.toReversed()
    return entries.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  }

  private enter(heading: Heading) {
    this.entries.set(heading.id, { ...heading, rank: hashText(heading.id) })
    this.ordered = null
  }
}
