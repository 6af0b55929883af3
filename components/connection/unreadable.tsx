import type { Connection, UnreadableItem } from '@/lib/connection/connection'
import { SecondsAgo } from './seconds-ago'
import { TimeAhead } from './time-ahead'

const LIST_NAMES = {
  completed: 'completed list',
  incomplete: 'incomplete list',
  flows: 'list of flows',
  teams: 'list of teams',
}

/** What costs only itself: the others are read on, and these are tried again. It takes no room while there are none. */
export function UnreadableItems({ unreadable, now }: { unreadable: Connection['unreadable']; now: number }) {
  const { shown, total } = unreadable
  if (total === 0) return null
  return (
    <section aria-labelledby="unreadable" className="pt-6">
      <h2 id="unreadable" className="text-2xs font-medium text-muted">
        Could not be read
      </h2>
      <p className="pt-1 pb-2 text-sm text-muted">
        Everything else is read as usual, and these are tried again by themselves.
      </p>
      <ul className="border-t border-line text-sm">
        {shown.map((item) => (
          <li
            key={`${item.kind} ${item.place}`}
            className="grid gap-x-4 border-b border-line py-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_12rem]"
          >
            <span className="min-w-0 truncate" title={item.place}>
              <Name item={item} />
            </span>
            <span>{item.reason}</span>
            <span className="text-muted numeric lg:text-right">
              First met <SecondsAgo at={item.firstSeenAt} now={now} />, next try{' '}
              <TimeAhead at={item.nextTryAt} now={now} />
            </span>
          </li>
        ))}
      </ul>
      {total > shown.length && (
        <p className="pt-2 text-sm text-muted">and {(total - shown.length).toLocaleString('en-US')} more</p>
      )}
    </section>
  )
}

function Name({ item: { kind, place } }: { item: UnreadableItem }) {
  if (kind === 'interview' || kind === 'flow')
    return (
      <>
        {kind === 'interview' ? 'Interview' : 'Flow'} <bdi className="font-mono text-xs">{place}</bdi>
      </>
    )
  return (
    <>
      No. {(Number(place) + 1).toLocaleString('en-US')} in Ribbon’s {LIST_NAMES[kind]}
    </>
  )
}
