import { storeInterviews } from '../lib/mirror/store/interview'
import { takePlace } from '../lib/mirror/store/order'
import type { RibbonInterview } from '../lib/ribbon/interview'

const AT_ONCE = 100

/** Stores so many made interviews as a pull does, a page at a time; `onPage` is told each page once it is there. */
export async function storeMade(
  count: number,
  make: (index: number) => RibbonInterview,
  onPage?: (page: RibbonInterview[]) => Promise<void>,
) {
  for (let from = 0; from < count; from += AT_ONCE) {
    const page = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => make(from + index))
    const asked = await takePlace()
    await storeInterviews(page.map((interview) => ({ id: interview.id, interview, reply: null, asked })))
    await onPage?.(page)
  }
}
