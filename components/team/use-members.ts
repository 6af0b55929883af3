import { useState } from 'react'
import useSWR from 'swr'
import type { Member } from '@/lib/members/member'
import type { Rights } from '@/lib/members/rights'
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

  /** Throws what the server refused for, once everything is as it was. */
  async function ask(init: RequestInit & { url: string }, expected: (now: Member[]) => Member[]) {
    const { url, ...rest } = init
    await mutate(
      async (now = []) => {
        await fetchJson(url, rest)
        return expected(now)
      },
      { optimisticData: (now = []) => expected(now), rollbackOnError: true, revalidate: false },
    )
    void mutate()
  }

  async function change(member: Member, rights: Rights, { sentence, undo }: Done) {
    const body = JSON.stringify(rights)
    await ask({ url: memberUrl(member.id), method: 'PATCH', body }, (now) =>
      now.map((one) => (one.id === member.id ? changed(one, rights) : one)),
    )
    setNotice({ sentence, failed: false, undo: undo ? () => void attempt(change(member, undo, UNDONE)) : null })
  }

  /** Says why where it fails. */
  async function attempt(work: Promise<void>) {
    try {
      await work
    } catch (reason) {
      if (!(reason instanceof RequestFailed)) throw reason
      setNotice({ sentence: reason.message, failed: true, undo: null })
    }
  }

  return {
    members,
    error,
    notice,
    show: setNotice,
    change,
    attempt,
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
      await mutate((now = []) => now.filter(({ id }) => id !== member.id), { revalidate: false })
      setNotice({ sentence, failed: false, undo: null })
    },
  }
}

export type Members = ReturnType<typeof useMembers>

const UNDONE: Done = { sentence: 'It is as it was.' }

function memberUrl(id: string): string {
  return `${swrKeys.members}/${id}`
}

function changed(member: Member, { role = member.role, scope = member.scope, disabled }: Rights): Member {
  const disabledAt = disabled === undefined ? member.disabledAt : disabled ? new Date().toISOString() : null
  return { ...member, role, scope: role === 'admin' ? 'all' : scope, disabledAt }
}
