import { useRef, useState } from 'react'
import { kept } from './kept'
import { ownKey } from './kept-keys'

/**
 * What is written in a form, kept in this browser with every letter until it is sent or given up: the tab may be loaded anew
 * before. It is found again by its `place`, which says which form it is and what about; `first` stands there before anybody writes,
 * and `read` says what of it can be read, or null. `drop` is for what was sent or given up; `latest` is what stands there once an answer has come.
 */
export function useFormDraft<Draft>(place: string, first: Draft, read: (kept: unknown) => Draft | null) {
  const [key] = useState(() => {
    const own = ownKey('form')
    return own && `${own} ${place}`
  })
  const [untouched] = useState(first)
  const [draft, setDraft] = useState(() => (key === null ? null : read(kept.findJson(key))) ?? first)
  const last = useRef(draft)
  const drop = () => {
    if (key) kept.drop(key)
  }
  const write = (written: Draft) => {
    last.current = written
    setDraft(written)
    const text = JSON.stringify(written)
    if (text === JSON.stringify(untouched)) drop()
    else if (key) kept.keep(key, text)
  }
  return { draft, write, drop, latest: () => last.current }
}
