'use client'

import { Link2 } from '../ui/icons'
import { useState } from 'react'
import { Button } from '../ui/button'
import { copyText } from '../copy-text'
import { linkTo } from './passage'
import { usePlayback } from '../player/playback-context'

/** A link that opens this page at this very time. */
export function CopyMoment() {
  const playback = usePlayback()
  const [said, setSaid] = useState('')
  const copy = async () => {
    const copied = await copyText(linkTo({ start: playback.time, end: null }))
    setSaid(copied ? 'Copied' : 'Not copied: the browser forbids it')
    setTimeout(() => setSaid(''), 2_000)
  }
  return (
    <Button look="quiet" size="small" onClick={() => void copy()} title="Copy a link to this moment">
      <Link2 size={14} />
      <span role="status" className="max-lg:sr-only @max-[40rem]:sr-only">
        {said || 'Copy link'}
      </span>
    </Button>
  )
}
