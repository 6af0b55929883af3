import 'server-only'
import { fetchTeams } from '../../ribbon/client'
import { askForInterviews } from '../lists/ask-singly'
import { followUpLeft, followUpUnseen } from '../lists/unseen'
import { wholeSince } from '../lists/state'
import { askForPage } from '../store/order'
import { pullFlows } from './flows'
import { PAGES_A_PULL, readList } from '../lists/read-list'
import { reread } from '../lists/reread'
import { storeTeams } from '../store/flows'
import { isRefusal } from '../../ribbon/reply'
import { faultOf, listDue, recordUnread } from '../store/unreadable'

/** So many of those that could not be read are tried again in one pull. */
const RETRIES = 20

type GoOn = () => Promise<void>

/**
 * Brings teams, flows and interviews up to date, a page in memory at a time. `goOn` is called after each part that was stored:
 * a long pull shows that it is alive, and stops where it throws, to go on from there next time. A part that fails costs the
 * others nothing, and is thrown in the end, a `ribbon_…` code. `isUnfinished`: a first reading goes on with the next pull.
 */
export async function pull(goOn: GoOn, pages = PAGES_A_PULL): Promise<{ isUnfinished: boolean }> {
  const parts = new Parts()
  await parts.do(() => pullTeams(goOn))
  await parts.do(() => pullFlows(goOn))
  // In this order: one that is finished meanwhile is met twice rather than never.
  const incomplete = await parts.do(() => pullIncomplete(goOn, pages.incomplete))
  const completed = await parts.do(() => pullCompleted(goOn, pages.completed))
  // Whoever has neither list may be somebody else: what is unknown there is not gone.
  if (incomplete ?? completed) await parts.do(async () => askForInterviews(await listDue('interview', RETRIES), goOn))
  parts.throwFirst()
  return { isUnfinished: completed?.isUnfinished ?? false }
}

async function pullTeams(goOn: GoOn): Promise<void> {
  const teams = await askForPage((beforeSend) => fetchTeams(beforeSend))
  await storeTeams(teams.items)
  await recordUnread('teams', teams.unreadable)
  await goOn()
}

async function pullIncomplete(goOn: GoOn, most: number) {
  const read = await readList({ status: 'incomplete', most, goOn })
  if (read.since !== null) await followUpLeft(read.since, goOn)
  return read
}

async function pullCompleted(goOn: GoOn, most: number) {
  const read = await readList({ status: 'completed', most, goOn })
  const since = read.since === null ? null : await wholeSince()
  if (since !== null) await followUpUnseen(since, goOn)
  if (read.isSweep) await reread(goOn)
  return read
}

/** When so many have failed, though not been refused, it is Ribbon that is not well, and the others are spared. */
const MOST_FAILURES = 2

class Parts {
  readonly #failures: Error[] = []

  /** Undefined when it failed; what says that Ribbon itself is not well, or that we are to stop, is thrown at once. */
  async do<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      const reason = faultOf(error)
      if (reason === null || reason === 'too_slow' || !(error instanceof Error)) throw error
      this.#failures.push(error)
      if (this.#failures.filter((failure) => !isRefusal(failure)).length === MOST_FAILURES) this.throwFirst()
      return undefined
    }
  }

  throwFirst() {
    const [first] = this.#failures
    if (first) throw first
  }
}
