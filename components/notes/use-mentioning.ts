import { useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Author } from '@/lib/members/member'
import { mentionOf } from '@/lib/notes/mentioned'
import { once } from '@/lib/once'
import { foldLetters } from '@/lib/text/letters'
import { useNotes } from './notes-context'

const MOST = 5
/** An @ that may begin a name, and what of one can follow it. */
const BEGIN = /(?<![^\s(])@/gu
const typedPattern = once(() => /^[\p{L}\p{M}\p{N} .'’+_@-]*$/u)

type Props = { field: RefObject<HTMLTextAreaElement | null>; body: string; setBody: (body: string) => void }

/** Offers the members that can be named while an @ is typed: arrows choose, Enter or Tab takes, Esc leaves. */
export function useMentioning({ field, body, setBody }: Props) {
  const { mentionable } = useNotes()
  const listId = useId()
  const [caret, setCaret] = useState(-1)
  const [marked, setMarked] = useState<string | null>(null)
  const typed = caret < 0 ? undefined : typedName(body.slice(0, caret))
  const choices = typed === undefined ? [] : meantBy(typed, mentionable).slice(0, MOST)
  const active = Math.max(
    0,
    choices.findIndex(({ id }) => id === marked),
  )

  const take = (member: Author) => {
    const from = caret - (typed?.length ?? 0)
    const named = `${body.slice(0, from)}${mentionOf(member, mentionable)} `
    // Before the next letter can be typed.
    flushSync(() => setBody(named + body.slice(caret)))
    field.current?.setSelectionRange(named.length, named.length)
    setCaret(-1)
  }
  const look = () => {
    const at = field.current?.selectionStart ?? -1
    if (at === caret) return
    setCaret(at)
    setMarked(null)
  }
  /** True where the key was for the choices. */
  const press = (event: KeyboardEvent): boolean => {
    const chosen = choices[active]
    if (!chosen) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setMarked(choices[(active + step + choices.length) % choices.length]?.id ?? null)
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') take(chosen)
    else if (event.key === 'Escape') setCaret(-1)
    else return false
    event.preventDefault()
    return true
  }
  const isOpen = choices.length > 0
  return {
    ...{ choices, active, listId, take, look, press },
    field: {
      'aria-autocomplete': 'list',
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen ? `${listId}-${active}` : undefined,
    } as const,
  }
}

/** What of a name is typed before the caret; undefined where none is. */
function typedName(before: string): string | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const begun = Array.from(line.matchAll(BEGIN), ({ index }) => index).at(-1)
  const typed = begun === undefined ? '' : line.slice(begun + 1)
  return begun !== undefined && typedPattern().test(typed) ? typed : undefined
}

/** Nobody once somebody is named in full and the text goes on. */
function meantBy(typed: string, members: Author[]): Author[] {
  const isNamed = ({ name, email }: Author) => [name, email].includes(typed.trimEnd())
  if (typed.endsWith(' ') && members.some((member) => isNamed(member))) return []
  const meant = foldLetters(typed)
  return members.filter((member) => !isNamed(member) && isCalled(member, meant))
}

function isCalled({ name, email }: Author, meant: string): boolean {
  return [name ?? '', email].some((text) => foldLetters(text).includes(meant))
}
