'use client'

import { memo } from 'react'
import { AsWritten } from '../markdown/as-written'
import { Markdown } from '../markdown/markdown'
import { readMarkdown } from '../markdown/read-markdown'

/** Read once for each text: the notes around it are drawn anew every minute. */
export const NoteBody = memo(function NoteBody({ body }: { body: string }) {
  const nodes = readMarkdown(body)
  return (
    <div dir="auto" className="wrap-anywhere">
      {nodes ? <Markdown nodes={nodes} /> : <AsWritten text={body} name="This note" />}
    </div>
  )
})
