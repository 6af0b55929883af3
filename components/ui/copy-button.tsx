'use client'

import { Copy } from './icons'
import { useState } from 'react'
import { copyText } from '../copy-text'
import { Button } from './button'

type Props = { text: string; words?: string; label?: string }

/** `label` says what is copied where several of these stand beside each other; a status alone names no button. */
export function CopyButton({ text, words = 'Copy', label }: Props) {
  const [said, setSaid] = useState(words)
  const copy = async () => {
    setSaid((await copyText(text)) ? 'Copied' : 'Not copied')
    setTimeout(() => setSaid(words), 2_000)
  }
  return (
    <Button look="quiet" size="small" aria-label={label ?? words} onClick={() => void copy()}>
      <Copy size={13} aria-hidden="true" />
      <span role="status">{said}</span>
    </Button>
  )
}
