export type TabMember = { id: string; email: string }

let member: TabMember | null = null

/**
 * The member whom the server first drew this tab for, until the tab is loaded anew; null on pages for strangers. Whoever is
 * signed in by now may be somebody else.
 */
export function tabMember(): TabMember | null {
  if (typeof document === 'undefined') return null
  const { memberId: id, memberEmail: email } = document.querySelector<HTMLElement>('[data-member-id]')?.dataset ?? {}
  if (id !== undefined && email !== undefined) member ??= { id, email }
  return member
}
