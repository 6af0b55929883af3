import { kept, keptInTab } from './kept'
import { tabMember } from './tab-member'

// All that a browser keeps of Debrief, besides the cookies for columns and the panel: whoever uses it shares these settings.
export const RATE = 'debrief-rate'
export const SHORTCUTS = 'debrief-keys'
/** In the tab, from one page to the next. */
export const FORMER_MEMBER = 'debrief-former-member'
/** Kept for a moment, of which the browser tells its other tabs; a member's id follows it after a space. */
const SIGNED_OUT = 'debrief-signed-out'

/** What is a member's alone: what they write, until the server has it, and traces of what they looked at and chose. */
const WRITING = ['unsent', 'draft', 'correction', 'vote', 'status', 'rating', 'form'] as const
const TRACES = ['recent', 'places', 'visited', 'trail', 'dismissed', 'choices'] as const
type Kind = (typeof WRITING | typeof TRACES)[number]

/** Of one member alone; what distinguishes several of a kind follows it after a space. */
export function memberKey(kind: Kind, memberId: string): string {
  return `debrief-${kind} ${memberId}`
}

/** The key for the member whom this tab is drawn for; null where that is nobody. */
export function ownKey(kind: Kind): string | null {
  const member = tabMember()
  return member && memberKey(kind, member.id)
}

/** Whether something is kept that this member wrote and the server does not have. */
export function hasUnsentWriting(memberId: string): boolean {
  return WRITING.some((kind) => kept.keysUnder(memberKey(kind, memberId)).length > 0)
}

/** How many of a kind are kept for this member. */
export function countKept(kind: Kind, memberId: string): number {
  return kept.keysUnder(memberKey(kind, memberId)).length
}

/**
 * Forgets all that is this member's in this browser, or all but what they wrote; neither this page nor one of theirs in another
 * tab keeps it any more.
 */
export function forgetMember(memberId: string, { keepWriting }: { keepWriting: boolean }) {
  forget(memberId, keepWriting)
  const signedOut = `${SIGNED_OUT} ${memberId}`
  kept.keep(signedOut, keepWriting ? WRITING_IS_KEPT : '')
  kept.drop(signedOut)
}

const WRITING_IS_KEPT = 'writing is kept'

/** Calls `then` when another tab has signed this member out, and this one has forgotten of them what that one has. */
export function onForgotten(memberId: string, then: () => void, signal: AbortSignal) {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key !== `${SIGNED_OUT} ${memberId}` || newValue === null) return
    forget(memberId, newValue === WRITING_IS_KEPT)
    then()
  }
  window.addEventListener('storage', hear, { signal })
}

function forget(memberId: string, keepWriting: boolean) {
  const forgotten: readonly Kind[] = keepWriting ? TRACES : [...TRACES, ...WRITING]
  for (const kind of forgotten) for (const store of [kept, keptInTab]) store.close(memberKey(kind, memberId))
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
