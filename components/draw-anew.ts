import { kept, keptInTab } from './kept'
import { FORMER_MEMBER, hasUnsentWriting } from './kept-keys'
import { Listeners } from './listeners'
import { tabMember } from './tab-member'
import { fieldsOf, isText } from './unknown-fields'

/** Whom the tab was drawn for before, and whether this browser keeps something for them that is not sent. */
export type FormerMember = { email: string; keepsWriting: boolean }

let isStuck = false
const listeners = new Listeners<[]>()

/**
 * Loads the tab anew, since somebody else is signed in by now, and lets the next page say so. Where this browser keeps nothing
 * it is left to the reader, who may have something to copy.
 */
export function drawAnew() {
  const member = tabMember()
  const former = member && { email: member.email, keepsWriting: hasUnsentWriting(member.id) }
  if (kept.works() && keptInTab.keep(FORMER_MEMBER, JSON.stringify(former))) return window.location.reload()
  isStuck = true
  listeners.tell()
}

/** Somebody else is signed in, and the tab is not loaded anew by itself. */
export const stuck = {
  get: () => isStuck,
  onChange: (listener: () => void) => listeners.add(listener),
}

let former: FormerMember | null | undefined

/** Told by one page alone; null where the tab was not drawn anew. */
export function formerMember(): FormerMember | null {
  if (former === undefined) {
    const { email, keepsWriting } = fieldsOf(keptInTab.findJson(FORMER_MEMBER))
    keptInTab.drop(FORMER_MEMBER)
    former = isText(email) ? { email, keepsWriting: keepsWriting === true } : null
  }
  return former
}
