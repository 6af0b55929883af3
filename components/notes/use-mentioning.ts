import { useId, useState, type KeyboardEvent, type RefObject } from 'react'
import type { Author } from '@/lib/members/member'
import { useNotes } from './notes-context'

const MOST = 5
/** The beginning of a name that is being typed before the caret. */
const TYPED = /(?:^|[\s(])@([\p{L}\p{N}.+_@-]*)$/u

type Props = { field: RefObject<HTMLTextAreaElement | null>; body: string; setBody: (body: string) => void }

/** Offers the members that can be named while an @ is typed: arrows choose, Enter or Tab takes, Esc leaves. */
export function useMentioning({ field, body, setBody }: Props) {
  const { mentionable } = useNotes()
  const listId = useId()
  const [caret, setCaret] = useState(-1)
  const [active, setActive] = useState(0)
  const typed = caret < 0 ? undefined : TYPED.exec(body.slice(0, caret))?.[1]?.toLowerCase()
  const choices =
    typed === undefined
      ? []
      : mentionable.filter(({ email }) => email.includes(typed) && email !== typed).slice(0, MOST)

  const take = ({ email }: Author) => {
    const from = caret - (typed?.length ?? 0)
    const named = `${body.slice(0, from)}${email} `
    setBody(named + body.slice(caret))
    setCaret(-1)
    requestAnimationFrame(() => field.current?.setSelectionRange(named.length, named.length))
  }
  const look = () => {
    const at = field.current?.selectionStart ?? -1
    if (at === caret) return
    setCaret(at)
    setActive(0)
  }
  /** True where the key was for the choices. */
  const press = (event: KeyboardEvent): boolean => {
    const chosen = choices[active]
    if (!chosen) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setActive((active + step + choices.length) % choices.length)
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
