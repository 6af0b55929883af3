'use client'

import { Eye, EyeOff } from '../ui/icons'
import { useState, useTransition } from 'react'
import type { Names } from '@/lib/compare/compared'
import { fetchJson } from '../fetch-json'
import { namesUrl } from '../swr-keys'
import { Button } from '../ui/button'

type Props = {
  flowId: string
  names: Names
  /** How many answers have to be rated for names to come. */
  ratable: number
  mayHide: boolean
  onChanged: () => void
}

/** Whether candidates have names here, until when not, and who can change that. */
export function NamesLine({ flowId, names, ratable, mayHide, onChanged }: Props) {
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, startSending] = useTransition()
  const send = (below: string, init: RequestInit) =>
    startSending(async () => {
      try {
        await fetchJson(namesUrl(flowId) + below, init)
        setAsking(false)
        setFailure(null)
        onChanged()
      } catch (error) {
        setFailure(error instanceof Error ? error.message : 'That could not be changed.')
      }
    })
  const reveal = () => send('/reveal', { method: 'POST' })
  const hide = (hidden: boolean) => send('', { method: 'PUT', body: JSON.stringify({ hidden }) })
  const Picture = names.areHiddenByFlow ? Eye : EyeOff
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted print:hidden">
      {names.areHidden && !isAsking && (
        <>
          <span>{whenNamesAppear(ratable)}</span>
          <Button look="quiet" size="small" className="-ml-2 text-xs" onClick={() => setAsking(true)}>
            Show now
          </Button>
        </>
      )}
      {names.areHidden && isAsking && (
        <>
          <span>It is recorded that you saw the names first. Show them?</span>
          <Button size="small" className="text-xs" disabled={isSending} onClick={reveal}>
            Show names
          </Button>
          <Button look="quiet" size="small" className="text-xs" onClick={() => setAsking(false)}>
            Keep them hidden
          </Button>
        </>
      )}
      {names.areHiddenByFlow && !names.areHidden && (
        <span>{names.revealedAt === null ? 'Names are shown: all is rated.' : 'Names are shown, as you asked.'}</span>
      )}
      {mayHide && !isAsking && (
        <Button
          look="quiet"
          size="small"
          className="first:-ml-2"
          disabled={isSending}
          onClick={() => hide(!names.areHiddenByFlow)}
        >
          <Picture size={13} aria-hidden="true" />
          {names.areHiddenByFlow ? 'Show names to everybody' : 'Hide names for everybody'}
        </Button>
      )}
      {failure && (
        <span role="alert" className="text-bad">
          {failure}
        </span>
      )}
    </div>
  )
}

function whenNamesAppear(ratable: number): string {
  if (ratable === 0) return 'Names are hidden; there is no answer to rate yet.'
  return ratable === 1
    ? 'Names appear when you have rated the 1 answer of this flow.'
    : `Names appear when you have rated all ${ratable} answers of this flow.`
}
