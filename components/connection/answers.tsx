import type { ReactNode } from 'react'
import type { Connection } from '@/lib/connection/connection'
import { arrivalWords } from './arrival-words'
import { CopyButton } from '../ui/copy-button'
import { PageLink } from '../ui/page-link'
import { SecondsAgo } from './seconds-ago'
import { FINGER_TARGET } from '../ui/finger-target'

type Props = { connection: Connection; now: number }

/** What an admin asks next: of how much there is sound, what differs from Ribbon, and how the rest arrives. */
export function Answers({ connection, now }: Props) {
  return (
    <dl className="mt-4 border-t border-line text-sm">
      <Answer name="Recordings">
        <Recordings {...connection.recordings} />
      </Answer>
      <Answer name="Differences">
        <Differences connection={connection} />
      </Answer>
      <Answer name="How it arrives">
        <Arrival connection={connection} now={now} />
      </Answer>
    </dl>
  )
}

function Answer({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid items-baseline gap-x-4 border-b border-line py-2.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words numeric">{children}</dd>
    </div>
  )
}

/** Of those without one the list names each. */
function Recordings({ play, none, refused }: Connection['recordings']) {
  return (
    <>
      {count(play)} play ·{' '}
      {none > 0 ? (
        <PageLink
          href="/candidates?state=ready&recording=no"
          className={`underline decoration-line underline-offset-2 ${FINGER_TARGET}`}
        >
          {count(none)} have none at Ribbon
        </PageLink>
      ) : (
        'none is missing at Ribbon'
      )}{' '}
      ·{' '}
      {refused > 0 ? (
        <span className="text-warn">{count(refused)} refused: their server is none that RECORDING_HOSTS allows</span>
      ) : (
        '0 refused'
      )}
    </>
  )
}

function Differences({
  connection: { counts, unreadable, webhooks, reading, here, listed },
}: {
  connection: Connection
}) {
  const missing = listed - here
  const differences = [
    reading && 'the rest is not here yet',
    missing > 0 && `${count(missing)} not here`,
    webhooks.waiting > 0 && `${count(webhooks.waiting)} announced, not fetched yet`,
    counts.gone > 0 && `${count(counts.gone)} gone at Ribbon, kept here`,
    unreadable.total > 0 && `${count(unreadable.total)} unreadable`,
  ].filter((text) => text !== null && text !== false)
  return <>{differences.length === 0 ? 'none' : differences.join(' · ')}</>
}

function Arrival({ connection: { everySeconds, lastSuccessAt, webhooks }, now }: Props) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span>
        every {everySeconds.toLocaleString('en-US')} s,{' '}
        {lastSuccessAt ? (
          <>
            last <SecondsAgo at={lastSuccessAt} now={now} />
          </>
        ) : (
          'not once yet'
        )}{' '}
        · {arrivalWords(webhooks)}
      </span>
      <span className="-ml-2">
        <CopyButton text={webhooks.url} words="Copy address" />
      </span>
    </div>
  )
}

function count(number: number): string {
  return number.toLocaleString('en-US')
}
