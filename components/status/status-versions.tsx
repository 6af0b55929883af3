import { useState } from 'react'
import useSWR from 'swr'
import { statusWord } from '@/lib/interviews/status'
import type { StatusHistory, StatusVersion } from '@/lib/status/outcome'
import { memberLabel } from '@/lib/members/member'
import { fetchJson } from '../fetch-json'
import { useNow } from '../now'
import { swrKeys } from '../swr-keys'
import { TimeAgo } from '../time-ago'
import { hiddenWords } from '../votes/vote-words'

type Props = {
  interviewId: string
  /** Nobody votes on it. */
  isClosed: boolean
  isBelow: boolean
}

/** Who set which status, when and why, the newest first. */
export function StatusVersions({ interviewId, isClosed, isBelow }: Props) {
  const { data, error } = useSWR<StatusHistory, Error>(swrKeys.statuses(interviewId), fetchJson)
  const [openedAt] = useState(() => Date.now())
  const now = useNow(openedAt)
  if (error && !data) return <p className={`text-xs text-bad ${below(isBelow)}`}>{error.message}</p>
  if (!data) return null
  if (data.versions.length === 0)
    return <p className={`text-xs text-muted ${below(isBelow)}`}>Nobody has set a status yet.</p>
  return (
    <ul
      aria-label="Statuses so far"
      className={`max-h-48 space-y-1.5 overflow-y-auto text-xs scroll-edges ${below(isBelow)}`}
    >
      {data.versions.map((version) => (
        <li key={version.version} className={version.version === data.version ? '' : 'text-muted'}>
          {statusWord(version.status)}, <bdi>{memberLabel(version.by)}</bdi>, <TimeAgo at={version.at} now={now} />
          {version.isTakenBack && ', taken back'}
          <Reason reason={version.reason} isClosed={isClosed} />
        </li>
      ))}
    </ul>
  )
}

function Reason({ reason, isClosed }: Pick<StatusVersion, 'reason'> & { isClosed: boolean }) {
  if (reason === null) return null
  if (typeof reason !== 'string') {
    return <span className="block text-muted">Reason {hiddenWords(isClosed).toLowerCase()}</span>
  }
  return (
    <span dir="auto" className="block wrap-anywhere text-muted">
      {reason}
    </span>
  )
}

function below(isBelow: boolean): string {
  return isBelow ? 'mt-3 border-t border-line pt-2' : ''
}
