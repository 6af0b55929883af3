import { X } from '../ui/icons'
import { useState } from 'react'
import useSWR from 'swr'
import type { InterviewPage } from '@/lib/interviews/list/list'
import { candidateLabel } from '../candidates/identity/candidate-label'
import { fetchJson } from '../fetch-json'
import { isComposing } from '../key-pressed'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { pastedInterviews } from './pasted-interviews'

/** Whose names are looked up; the others are told by their ids. */
const MOST_NAMED = 50

type Props = { chosen: readonly string[]; onChange: (chosen: string[]) => void }

/** Single interviews, added by a link or an id. */
export function InterviewChoice({ chosen, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const pasted = pastedInterviews(typed).filter((id) => !chosen.includes(id))
  const search = new URLSearchParams([
    ...chosen.slice(0, MOST_NAMED).map((id) => ['id', id]),
    ['limit', `${MOST_NAMED}`],
  ])
  const { data } = useSWR<InterviewPage, Error>(chosen.length === 0 ? null : swrKeys.found(`${search}`), fetchJson, {
    keepPreviousData: true,
  })
  const rows = new Map(data?.items.map((row) => [row.id, row]))
  const add = () => {
    onChange([...chosen, ...pasted])
    setTyped('')
  }
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">Single interviews</legend>
      <ul aria-label="Chosen interviews">
        {chosen.map((id) => {
          const row = rows.get(id)
          return (
            <li key={id} className="flex min-h-8 items-center gap-2 px-1">
              <bdi className="min-w-0 truncate">{row ? candidateLabel(row.candidate) : id}</bdi>
              {row?.flow.title && <bdi className="min-w-0 truncate text-xs text-muted">{row.flow.title}</bdi>}
              <IconButton
                label={`Take away ${row ? candidateLabel(row.candidate) : id}`}
                className="ml-auto"
                onClick={() => onChange(chosen.filter((other) => other !== id))}
              >
                <X size={14} />
              </IconButton>
            </li>
          )
        })}
      </ul>
      <div className="flex items-start gap-2">
        <textarea
          aria-label="Links or ids of interviews"
          placeholder="Paste links of candidates, or ids"
          rows={1}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent) || event.key !== 'Enter' || event.shiftKey || pasted.length === 0) return
            event.preventDefault()
            add()
          }}
          className="min-h-9 w-full rounded-md border border-edge bg-canvas px-2 py-1.5 placeholder:text-faint focus-visible:outline-offset-0 pointer-coarse:min-h-11"
        />
        <Button disabled={pasted.length === 0} onClick={add}>
          {pasted.length > 1 ? `Add ${pasted.length}` : 'Add'}
        </Button>
      </div>
    </fieldset>
  )
}
