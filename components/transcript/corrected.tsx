'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { interviewUrl } from '@/lib/interviews/interview-url'
import { memberLabel, memberTitle } from '@/lib/members/member'
import type { Correction } from '@/lib/corrections/correction'
import { fetchJson, RequestFailed } from '../fetch-json'
import { Button } from '../ui/button'
import { Popover } from '../ui/popover/popover'
import { useTranscript } from './transcript-context'
import style from './transcript.module.css'

type Props = { text: string; correction: Correction }

/** Words that a member has corrected; what Ribbon heard is behind the mark after them. */
export function Corrected({ text, correction: { id, original, author } }: Props) {
  const { interviewId } = useTranscript()
  const router = useRouter()
  const mark = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState('')
  const restore = async () => {
    const url = interviewUrl(interviewId, 'corrections', id)
    const failure = await fetchJson(url, { method: 'DELETE' }).then(
      () => '',
      (error: unknown) => (error instanceof RequestFailed ? error.message : 'It was not restored. Try again.'),
    )
    setProblem(failure)
    if (!failure) router.refresh()
  }
  return (
    <>
      <span data-original={original} className={style.corrected}>
        {text}
      </span>
      <button
        ref={mark}
        type="button"
        aria-label={`Corrected from “${original}”`}
        aria-haspopup="dialog"
        aria-expanded={open}
        className={style.correction}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(!open)
        }}
      />
      <Popover anchor={mark} label="Correction" open={open} onOpenChange={setOpen}>
        <p className="max-w-72">
          Ribbon heard “<bdi>{original}</bdi>”.
        </p>
        <p className="mt-0.5 mb-2 text-xs text-muted" title={author ? memberTitle(author) : undefined}>
          Corrected by <bdi>{author ? memberLabel(author) : 'a colleague'}</bdi>
        </p>
        <Button size="small" onClick={() => void restore()}>
          Restore
        </Button>
        {problem && (
          <p role="alert" className="mt-2 text-xs text-bad">
            {problem}
          </p>
        )}
      </Popover>
    </>
  )
}
