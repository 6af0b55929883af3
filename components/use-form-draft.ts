import { useRef, useState } from 'react'
import { kept } from './kept'
import { ownKey } from './kept-keys'
import { textOrNull } from './unknown-fields'

export type DraftKind<Draft> = {
  /** What can be read of what this browser kept, or null. */
  read: (kept: unknown) => Draft | null
  /** What somebody types of it, who would lose it; the rest is chosen. */
  written: (draft: Draft) => unknown
}

/** Nothing but what is typed. */
export const TEXT: DraftKind<string> = { read: textOrNull, written: (text) => text }

/**
 * What is written and chosen in a form, kept in this browser with every letter until it is sent or given up: the tab may be
 * loaded anew before. Choices alone a sign-out forgets without asking. It is found again by its `place`, which says which form
 * it is and what about; `first` stands there before anybody writes. `drop` is for what was sent or given up; `latest` is what
 * stands there once an answer has come.
 */
export function useFormDraft<Draft>(place: string, first: Draft, { read, written }: DraftKind<Draft>) {
  const [{ writing, choices }] = useState(() => ({ writing: keyOf('form', place), choices: keyOf('choices', place) }))
  const [untouched] = useState(first)
  const [draft, setDraft] = useState(() => read(find(writing)) ?? read(find(choices)) ?? first)
  const last = useRef(draft)
  const drop = (but: string | null = null) => {
    for (const key of [writing, choices]) if (key && key !== but) kept.drop(key)
  }
  const write = (next: Draft) => {
    last.current = next
    setDraft(next)
    if (isSame(next, untouched)) return drop()
    const key = isSame(written(next), written(untouched)) ? choices : writing
    if (key) kept.keep(key, JSON.stringify(next))
    drop(key)
  }
  return { draft, write, drop: () => drop(), latest: () => last.current }
}

function keyOf(kind: 'form' | 'choices', place: string): string | null {
  const own = ownKey(kind)
  return own && `${own} ${place}`
}

function find(key: string | null): unknown {
  return key === null ? null : kept.findJson(key)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
