'use client'

import { memo, useMemo } from 'react'
import { AsWritten } from '../markdown/as-written'
import { Markdown } from '../markdown/markdown'
import { readMarkdown } from '../markdown/read-markdown'
import { useNotes } from './notes-context'
import { withMentions } from './with-mentions'

/** Read once for each text: the notes around it are drawn anew every minute. */
export const NoteBody = memo(function NoteBody({ body }: { body: string }) {
  const { mentionable } = useNotes()
  const read = useMemo(() => readMarkdown(body), [body])
  const nodes = useMemo(() => read && withMentions(read, mentionable), [read, mentionable])
  return (
    <div dir="auto" className="wrap-anywhere">
      {nodes ? <Markdown nodes={nodes} /> : <AsWritten text={body} name="This note" />}
    </div>
  )
})
