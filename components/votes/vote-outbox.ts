import type { CastVote, Votes } from '@/lib/votes/vote'
import { RequestFailed } from '../fetch-json'
import type { Kept } from '../kept'
import { Listeners } from '../listeners'
import { OneByOne } from '../outbox/one-by-one'
import { isSameWish, wishOf, type Wish, type WrittenVote } from './kept-vote'
import { UnsentVotes } from './unsent-votes'

/** How long a vote can be undone with one press, in milliseconds. */
export const UNDO_VOTE_MS = 10_000

/** What was cast elsewhere meanwhile; null where it was withdrawn there. */
type Conflict = { stands: CastVote | null }

export type UnsentVote = WrittenVote & {
  /** Whoever votes says which of the two is to stand. */
  conflict: Conflict | null
  /** Why it is not tried again by itself. */
  problem: string | null
  /** Its interview is gone, or this member may not see it any more. */
  orphaned: boolean
  /** It waits for its author, who is not signed in any more. */
  signedOut: boolean
}

/**
 * The last vote, for as long as it can be undone: `before` is what it was, `stands` what the server is known to have, and `restores`
 * the `castAt` of what it was, where the server is known to have had that. `doneAt` is by `performance.now()`.
 */
export type UndoableVote = Wanted & { before: Wish; stands: CastVote | null; doneAt: number }
type Wanted = Pick<WrittenVote, 'interviewId' | 'wish' | 'restores'>

type Options = {
  /** Where it is kept: of this member alone. */
  key: string
  kept: Kept
  /** Throws RequestFailed: `vote_changed` where another vote stands than the one that it replaces. */
  send: (vote: WrittenVote) => Promise<Votes>
  /** What stands. Throws RequestFailed. */
  read: (interviewId: string) => Promise<Votes>
  /** Called before it waits no longer. */
  onSent: (interviewId: string, votes: Votes) => void
  /** Another tab has sent what waited here, or has given it up. */
  onGone: (interviewId: string) => void
}

type State = { waiting: readonly UnsentVote[]; undoable: UndoableVote | null }

export const NO_VOTES_WAIT: State = { waiting: [], undoable: null }

/** Votes on their way, the newest of each interview: kept in the browser until the server has them, however often it takes. */
export class VoteOutbox {
  #options: Options
  #votes: UnsentVotes
  /** By version; either may be over by the next page. */
  #problems = new Map<string, RequestFailed>()
  #conflicts = new Map<string, Conflict>()
  #state = NO_VOTES_WAIT
  #listeners = new Listeners<[]>()
  #sending: OneByOne<UnsentVote>
  #undoEnds: ReturnType<typeof setTimeout> | undefined

  constructor(options: Options) {
    this.#options = options
    this.#votes = new UnsentVotes(options.key, options.kept)
    this.#sending = new OneByOne({
      next: (tried) => this.#next(tried),
      send: (vote) => this.#send(vote),
      onRefused: ({ version }, verdict) => this.#problems.set(version, verdict),
      onTried: () => this.#read(),
    })
    this.#read()
  }

  get state(): State {
    return this.#state
  }

  onChange = (listener: () => void): (() => void) => this.#listeners.add(listener)

  /** Another tab may have voted, or sent what waits. */
  refresh = () => {
    const { waiting } = this.#state
    this.#read()
    for (const { interviewId } of waiting) if (!this.#find(interviewId)) this.#options.onGone(interviewId)
  }

  /** `stands` is what the page knows this member's vote to be on the server. It can be undone for a while. */
  put(interviewId: string, wish: Wish, stands: CastVote | null) {
    const waiting = this.#find(interviewId)
    if (isSameWish(waiting ? waiting.wish : wishOf(stands), wish)) return this.insist(interviewId)
    // What is asked about was accepted by nobody: what stands elsewhere is what the vote was before.
    const known = waiting?.conflict ? waiting.conflict.stands : stands
    const { wish: before, restores } =
      waiting && !waiting.conflict ? waiting : { wish: wishOf(known), restores: known?.castAt }
    this.#want({ interviewId, wish }, stands)
    if (isSameWish(before, wish)) return
    this.#offerUndo({ interviewId, wish, before, stands: known, restores, doneAt: performance.now() })
  }

  /** Makes the last vote what it was before. */
  undo() {
    const { undoable } = this.#state
    if (!undoable) return
    this.#offerUndo(null)
    const { interviewId, before, stands, restores } = undoable
    if (this.#find(interviewId)?.conflict) this.discard(interviewId)
    else this.#want({ interviewId, wish: before, restores }, stands)
  }

  /** What waits is to stand in place of what was cast elsewhere. */
  insist(interviewId: string) {
    const waiting = this.#find(interviewId)
    if (waiting?.conflict) this.#want({ interviewId, wish: waiting.wish }, null)
  }

  discard(interviewId: string) {
    const waiting = this.#find(interviewId)
    if (waiting) this.#votes.drop(waiting)
    this.#read()
  }

  retry(interviewId: string) {
    this.#problems.delete(this.#find(interviewId)?.version ?? '')
    void this.flush()
  }

  /** Nothing waits for its undo: what waits, waits for an answer. */
  release = (): Promise<void> => this.flush()

  /** Sends what waits, one after another; stops where nobody answers, and leaves what fails for the next time. */
  flush = (): Promise<void> => this.#sending.flush()

  #find(interviewId: string): UnsentVote | undefined {
    return this.#state.waiting.find((vote) => vote.interviewId === interviewId)
  }

  #next(tried: ReadonlySet<string>): UnsentVote | undefined {
    this.#read()
    return this.#state.waiting.find(
      ({ problem, conflict, version }) => problem === null && conflict === null && !tried.has(version),
    )
  }

  /** Takes the place of what waits. Of a conflict its author knows: what they want now takes the place of what was cast elsewhere. */
  #want({ interviewId, wish, restores }: Wanted, stands: CastVote | null) {
    const waiting = this.#find(interviewId)
    const known = waiting?.conflict ? waiting.conflict.stands : stands
    const { replaces, sent } = waiting && !waiting.conflict ? waiting : { replaces: known?.castAt ?? null, sent: [] }
    if (isSameWish(wish, wishOf(known)) && sent.length === 0) return this.discard(interviewId)
    const writtenAt = new Date().toISOString()
    this.#votes.keep({ interviewId, wish, replaces, restores, sent, writtenAt, version: crypto.randomUUID() })
    this.#read()
    void this.flush()
  }

  async #send({ interviewId, wish, replaces, restores, sent, writtenAt, version }: UnsentVote) {
    const isAmong = sent.some((one) => isSameWish(one, wish))
    const vote = { interviewId, wish, replaces, restores, sent: isAmong ? sent : [...sent, wish], writtenAt, version }
    // Before it leaves: the page may end meanwhile, and what is wanted while it is on its way takes its place.
    this.#votes.keep(vote)
    this.#read()
    const votes = await this.#options.send(vote).catch((error: unknown) => this.#whatStands(vote, error))
    if (votes) this.#finish(vote, votes)
  }

  /** Where another vote stands than was known: null, unless it was sent from here and arrived without an answer. */
  async #whatStands({ interviewId, sent, version }: WrittenVote, error: unknown): Promise<Votes | null> {
    if (!(error instanceof RequestFailed && error.code === 'vote_changed')) throw error
    const votes = await this.#options.read(interviewId)
    if (sent.some((one) => isSameWish(one, wishOf(votes.mine)))) return votes
    this.#conflicts.set(version, { stands: votes.mine })
    return null
  }

  #finish(sent: WrittenVote, votes: Votes) {
    const { interviewId } = sent
    const replaces = votes.mine?.castAt ?? null
    this.#options.onSent(interviewId, votes)
    this.#votes.drop(sent)
    const newer = this.#votes.list().find((vote) => vote.interviewId === interviewId)
    if (newer) this.#votes.keep({ ...newer, replaces, sent: [] })
    // What stands was sent before it; now that its time is known it is replaced.
    else if (isOutdated(sent, votes)) this.#votes.keep({ ...sent, replaces, sent: [], version: crypto.randomUUID() })
    const { undoable } = this.#state
    if (undoable?.interviewId === interviewId)
      this.#set({ ...this.#state, undoable: nowStanding(undoable, votes.mine) })
  }

  #offerUndo(undoable: UndoableVote | null) {
    clearTimeout(this.#undoEnds)
    this.#set({ ...this.#state, undoable })
    if (undoable) this.#undoEnds = setTimeout(() => this.#offerUndo(null), UNDO_VOTE_MS)
  }

  #read() {
    const waiting = this.#votes.list().map((vote): UnsentVote => {
      const failure = this.#problems.get(vote.version)
      return {
        ...vote,
        conflict: this.#conflicts.get(vote.version) ?? null,
        problem: failure?.message ?? null,
        orphaned: failure?.code === 'interview_not_found',
        signedOut: this.#sending.isSignedOut,
      }
    })
    this.#set({ ...this.#state, waiting })
  }

  #set(state: State) {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return
    this.#state = state
    this.#listeners.tell()
  }
}

/** What was still on its way when it was changed is known by its time once it stands. */
function nowStanding(undoable: UndoableVote, stands: CastVote | null): UndoableVote {
  const isFormer = stands !== null && isSameWish(undoable.before, wishOf(stands))
  return { ...undoable, stands, restores: isFormer ? stands.castAt : undoable.restores }
}

/** Whether what stands is an earlier wish of this browser, and no reason from elsewhere that a vote without one has left alone. */
function isOutdated({ wish, sent }: WrittenVote, { mine }: Votes): boolean {
  const stands = wishOf(mine)
  return !isSameWish(stands, wish) && sent.some((one) => isSameWish(one, stands))
}
