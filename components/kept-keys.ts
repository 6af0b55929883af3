import { kept, keptInTab, type Kept } from './kept'
import { tabMember } from './tab-member'

// All that a browser keeps of Debrief, besides the cookies for columns and the panel: whoever uses it shares these settings.
export const RATE = 'debrief-rate'
export const SHORTCUTS = 'debrief-keys'
/** In the tab, from one page to the next. */
export const FORMER_MEMBER = 'debrief-former-member'

/** What is a member's alone: what they write, until the server has it, and traces of what they looked at. */
const WRITING = ['unsent', 'draft', 'correction'] as const
const TRACES = ['recent', 'places', 'visited'] as const
type Kind = (typeof WRITING | typeof TRACES)[number]

/** Of one member alone; what distinguishes several of a kind follows it after a space. */
export function memberKey(kind: Kind, memberId: string): string {
  return `debrief-${kind} ${memberId}`
}

let isForgotten = false

/** The key for the member whom this tab is drawn for; null where that is nobody, or they have just signed out. */
export function ownKey(kind: Kind): string | null {
  const member = isForgotten ? null : tabMember()
  return member && memberKey(kind, member.id)
}

/** Whether something is kept that this member wrote and the server does not have. */
export function hasUnsentWriting(memberId: string): boolean {
  return WRITING.some((kind) => keysOf(kept, kind, memberId).length > 0)
}

/** How many of a kind are kept for this member. */
export function countKept(kind: Kind, memberId: string): number {
  return keysOf(kept, kind, memberId).length
}

/** All that is this member's in this browser, or all but what they wrote; nothing is kept for them any more by this page. */
export function forgetMember(memberId: string, { keepWriting }: { keepWriting: boolean }) {
  isForgotten = true
  const forgotten: readonly Kind[] = keepWriting ? TRACES : [...TRACES, ...WRITING]
  for (const kind of forgotten) {
    for (const store of [kept, keptInTab]) for (const key of keysOf(store, kind, memberId)) store.drop(key)
  }
}

/**
 * What other members looked at in this tab, which their sign-out in another did not reach; and what earlier versions kept
 * without saying for whom. `memberId` is null for a stranger.
 */
export function forgetOthers(memberId: string | null) {
  for (const key of keptInTab.keys()) if (![undefined, memberId].includes(ownerOf(key))) keptInTab.drop(key)
  for (const key of kept.keys()) if (ownerOf(key) === '') kept.drop(key)
}

/** Empty where a member's key does not say whose it is, undefined for what is no member's. */
function ownerOf(key: string): string | undefined {
  const [name, owner = ''] = key.split(' ')
  return [...WRITING, ...TRACES].some((kind) => name === `debrief-${kind}`) ? owner : undefined
}

function keysOf(store: Kept, kind: Kind, memberId: string): string[] {
  const own = memberKey(kind, memberId)
  return store.keys().filter((key) => key === own || key.startsWith(`${own} `))
}
