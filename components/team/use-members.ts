import { useState } from 'react'
import useSWR from 'swr'
import type { Member } from '@/lib/members/member'
import type { KnownRights, Rights } from '@/lib/members/rights'
import { fetchJson, RequestFailed } from '../fetch-json'
import { swrKeys } from '../swr-keys'

/** What was done last, in a sentence, and the way back where there is one; or why it was not. */
export type MemberNotice = { sentence: string; failed: boolean; undo: (() => void) | null }

type Done = { sentence: string; undo?: Rights }

/** The members, whose rights are changed as soon as somebody says so; what the server refuses is as it was, with the reason. */
export function useMembers(rendered: Member[]) {
  const {
    data: members = rendered,
    mutate,
    error,
  } = useSWR<Member[], Error>(swrKeys.members, fetchJson, {
    fallbackData: rendered,
    revalidateOnMount: false,
  })
  const [notice, setNotice] = useState<MemberNotice | null>(null)

  /**
   * Of a member as whoever asks for it saw them. Throws what the server refused for, once everything is as it was;
   * `member_changed` where a colleague was faster.
   */
  async function change(seen: Member, rights: Rights, { sentence, undo }: Done) {
    const body = JSON.stringify({ ...rights, ...replacing(seen, rights) })
    const inPlace = (now: Member[], member: Member) => now.map((one) => (one.id === seen.id ? member : one))
    let answered = seen
    await mutate(
      async (now = members) => {
        answered = await fetchJson<Member>(memberUrl(seen.id), { method: 'PATCH', body })
        return inPlace(now, answered)
      },
      {
        optimisticData: (now = members) => inPlace(now, changed(seen, rights)),
        rollbackOnError: true,
        revalidate: false,
      },
    )
    void mutate()
    setNotice({ sentence, failed: false, undo: undo ? () => void attempt(change(answered, undo, UNDONE)) : null })
  }

  /** Says why where it fails, and shows what stands. */
  async function attempt(work: Promise<void>) {
    try {
      await work
    } catch (reason) {
      if (!(reason instanceof RequestFailed)) throw reason
      setNotice({ sentence: reason.message, failed: true, undo: null })
      if (reason.code === 'member_changed') void mutate()
    }
  }

  return {
    members,
    error,
    notice,
    show: setNotice,
    change,
    attempt,
    /** As they are by now; undefined where they were removed. */
    reread: async ({ id }: Member) => (await mutate())?.find((member) => member.id === id),
    endSessions: async (member: Member, sentence: string) => {
      await fetchJson(`${memberUrl(member.id)}/sessions`, { method: 'DELETE' })
      setNotice({ sentence, failed: false, undo: null })
    },
    removePasskeys: async (member: Member, sentence: string) => {
      await fetchJson(`${memberUrl(member.id)}/passkeys`, { method: 'DELETE' })
      await mutate()
      setNotice({ sentence, failed: false, undo: null })
    },
    /** What cannot be undone is shown once it is done. */
    remove: async (member: Member, sentence: string) => {
      await fetchJson(memberUrl(member.id), { method: 'DELETE' })
      await mutate((now = members) => now.filter(({ id }) => id !== member.id), { revalidate: false })
      setNotice({ sentence, failed: false, undo: null })
    },
  }
}

export type Members = ReturnType<typeof useMembers>

const UNDONE: Done = { sentence: 'It is as it was.' }

/** Who is disabled loses everything, so that whatever they had does not matter. */
function replacing({ role, scope, disabledAt }: Member, { disabled }: Rights): { replaces?: KnownRights } {
  return disabled ? {} : { replaces: { role, scope, disabled: disabledAt !== null } }
}

function memberUrl(id: string): string {
  return `${swrKeys.members}/${id}`
}

function changed(member: Member, { role = member.role, scope = member.scope, disabled }: Rights): Member {
  const disabledAt = disabled === undefined ? member.disabledAt : disabled ? new Date().toISOString() : null
  return { ...member, role, scope: role === 'admin' ? 'all' : scope, disabledAt }
}
