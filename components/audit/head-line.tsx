import useSWR from 'swr'
import { isHeldUp } from '@/lib/audit/head'
import type { LogHead } from '@/lib/audit/log/logged-event'
import { howMany } from '../how-many'
import { SecondsAgo } from '../connection/seconds-ago'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { CopyButton } from '../ui/copy-button'

const POLL_MS = 5_000
const SHOWN_DIGITS = 8
const PLACES = { file: 'in a file', url: 'on another server' } as const

type Props = { initial: LogHead; onGrown: () => void }

/** How far the log is sealed, its head to be kept elsewhere, and whether that was done. */
export function HeadLine({ initial, onGrown }: Props) {
  const { data = initial } = useSWR<LogHead, Error>(swrKeys.auditHead, fetchJson, {
    fallbackData: initial,
    revalidateOnMount: false,
    refreshInterval: POLL_MS,
  })
  const { size, seq, root, at, now } = data
  const grown = size - initial.size
  return (
    <div className="flex flex-wrap items-center gap-x-2 px-4 pb-2 text-xs text-muted lg:-mt-2 lg:px-6">
      <p className="numeric">
        {howMany(size, 'event')} sealed
        {at !== null && (
          <>
            , last <SecondsAgo at={at} now={Date.parse(now)} />
          </>
        )}
      </p>
      <span aria-hidden="true" className="max-sm:hidden">
        ·
      </span>
      <p className="flex items-center">
        head <code className="ml-1">{root.slice(0, SHOWN_DIGITS)}…</code>
        <CopyButton text={`debrief-audit-2 ${size} ${seq} ${root}`} label="Copy the head" />
      </p>
      <HeldUp head={data} />
      <Kept head={data} />
      {grown > 0 && (
        <button type="button" className="font-medium text-accent-strong hover:underline" onClick={onGrown}>
          Show {grown.toLocaleString('en-US')} new
        </button>
      )}
    </div>
  )
}

/** Until it is sealed an event could be taken away without a trace. */
function HeldUp({ head: { unsealedSince, now } }: { head: LogHead }) {
  if (!isHeldUp(unsealedSince, Date.parse(now))) return null
  return (
    <p className="rounded bg-warn-soft px-1.5 py-0.5 text-ink">
      Sealing is held up: what waits longest came <SecondsAgo at={unsealedSince} now={Date.parse(now)} />
    </p>
  )
}

function Kept({ head: { kept, now } }: { head: LogHead }) {
  if (kept.failure !== null) {
    return (
      <p role="alert" className="rounded bg-warn-soft px-1.5 py-0.5 text-ink">
        {kept.failure}
      </p>
    )
  }
  if (kept.place === null) {
    return <p>Not kept elsewhere: set AUDIT_HEAD_FILE</p>
  }
  if (kept.last === null) return <p>Not yet kept {PLACES[kept.place]}</p>
  if (kept.last.at === null) {
    return (
      <p role="alert" className="rounded bg-warn-soft px-1.5 py-0.5 text-ink">
        The last head in the file is not of this log: npm run audit -- verify --head FILE says more
      </p>
    )
  }
  return (
    <p className="numeric">
      Kept {PLACES[kept.place]} <SecondsAgo at={kept.last.at} now={Date.parse(now)} />
      {kept.last.saidBy === 'database' && ', says the database'}
    </p>
  )
}
