import type { Vote } from '@/lib/interviews/vote'
import type { CastVote, Votes } from '@/lib/votes/vote'
import { RequestFailed } from '../../fetch-json'
import { Kept } from '../../kept'
import { isSameWish, wishOf, type Wish, type WrittenVote } from '../kept-vote'
import { VoteOutbox } from '../vote-outbox'

const ME = { id: 'me', email: 'me@example.com', name: null }
export const offline = new RequestFailed('Debrief is not answering.', 'offline', null)
const changed = new RequestFailed('Your vote was changed elsewhere.', 'vote_changed', 'x')

export const wish = (vote: Vote, reason: string | null = null): Wish => ({ vote, reason })

type Written = Pick<WrittenVote, 'interviewId' | 'wish' | 'replaces' | 'restores'>

/** How the network treats a request: it arrives, it does not, its answer does not, or not before `deliver`. */
export type Network = 'works' | 'loses the request' | 'loses the answer' | 'keeps the answer'

/** One member's votes on the server, by interview, with all that ever stood there. */
export class VoteServer {
  versions: string[] = []
  network: Network = 'works'
  refuses: RequestFailed | null = null
  onRefused: () => void = () => {}
  requests = 0
  #kept: (() => void)[] = []
  #standing = new Map<string, CastVote>()
  /** What stood before it. */
  #former = new Map<string, CastVote>()
  #clock = Date.parse('2026-11-26T12:00:00Z')

  mine(interviewId = 'i1'): CastVote | null {
    return this.#standing.get(interviewId) ?? null
  }

  votes(interviewId: string): Votes {
    return { mine: this.mine(interviewId), others: { is: 'hidden', until: 'my_vote' } }
  }

  /**
   * As the API does it: nothing changes where another vote stands than the one that is replaced, or the same for a reason that was not
   * known, the same again is none, and what stood before it stands again as it was cast where that is wanted.
   */
  write({ interviewId, wish, replaces, restores }: Written): Votes {
    const stands = this.mine(interviewId)
    const knows = (stands?.castAt ?? null) === replaces
    if (stands?.vote !== wish?.vote && !knows) throw changed
    if (stands?.vote === wish?.vote) {
      const said = wish?.reason ?? null
      if (stands === null || stands.reason === said) return this.votes(interviewId)
      if (!knows && stands.reason !== null && said !== null) throw changed
      if (!knows && stands.reason !== null) return this.votes(interviewId)
    }
    this.versions.push([interviewId, wish?.vote ?? 'withdrawn', wish?.reason].filter(Boolean).join(' '))
    const former = this.#former.get(interviewId)
    if (stands) this.#former.set(interviewId, stands)
    const castAt = new Date((this.#clock += 1000)).toISOString()
    const cast = this.#former.has(interviewId) ? 'revealed' : 'blind'
    if (!wish) this.#standing.delete(interviewId)
    else if (former && restores === former.castAt && isSameWish(wish, wishOf(former)))
      this.#standing.set(interviewId, former)
    else this.#standing.set(interviewId, { ...wish, member: ME, cast, castAt })
    return this.votes(interviewId)
  }

  async #request<Answer>(work: () => Answer): Promise<Answer> {
    const { network } = this
    this.requests++
    await Promise.resolve()
    if (network === 'loses the request') throw offline
    const { refuses } = this
    if (refuses) {
      this.onRefused()
      throw refuses
    }
    const answer = work()
    await Promise.resolve()
    if (network === 'loses the answer') throw offline
    if (network === 'keeps the answer') await new Promise<void>((resolve) => this.#kept.push(resolve))
    return answer
  }

  /** The answers that are on their way. */
  deliver() {
    for (const arrive of this.#kept.splice(0)) arrive()
  }

  /** A tab of a browser, which has this storage. */
  openTab(storage: () => Storage, onSent: (interviewId: string, votes: Votes) => void = () => {}) {
    const gone: string[] = []
    const outbox = new VoteOutbox({
      key: 'k',
      kept: new Kept(storage),
      send: (vote) => this.#request(() => this.write(vote)),
      read: (interviewId) => this.#request(() => this.votes(interviewId)),
      onSent,
      onGone: (interviewId) => void gone.push(interviewId),
    })
    return { outbox, gone }
  }
}
