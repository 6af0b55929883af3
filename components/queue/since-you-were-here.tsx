import type { ReactNode } from 'react'
import type { ChangedSince, ReviewNews } from '@/lib/queue/queue'
import { howMany } from '../how-many'
import { Day } from '../day'
import { PageLink } from '../ui/page-link'
import { FINGER_TARGET } from '../ui/finger-target'
import { arrivedPath, judgedPath } from './news-links'

/** What has come and changed since this member was here last, and what there is to talk about. */
export function SinceYouWereHere({ news: { since, arrived, judgedSince, splits } }: { news: ReviewNews }) {
  const { voted, decided } = judgedSince
  return (
    <section aria-labelledby="since">
      <h2 id="since" className="mb-1 text-2xs font-medium text-muted">
        {since === null ? (
          'Overview'
        ) : (
          <>
            Since you were here (<Day at={since} />)
          </>
        )}
      </h2>
      <ul className="space-y-1 py-2 pointer-coarse:space-y-6 pointer-coarse:py-4">
        {since !== null && (
          <Line
            href={arrived === 0 ? null : arrivedPath(since)}
            more={arrived === 0 ? '' : `, in the list of those since ${utcDay(since)} (UTC)`}
          >
            {arrived === 0 ? 'No interview has come.' : howMany(arrived, 'new interview')}
          </Line>
        )}
        {voted.count > 0 && (
          <Line href={judgedPath(voted.ids)} more={` of colleagues${unnamed(voted)}`}>
            {voted.count === 1 ? '1 that you judged has new votes' : `${voted.count} that you judged have new votes`}
          </Line>
        )}
        {decided.count > 0 && (
          <Line href={judgedPath(decided.ids)} more={unnamed(decided)}>
            {decided.count === 1
              ? '1 that you judged has a new status'
              : `${decided.count} that you judged have a new status`}
          </Line>
        )}
        <Line href={splits === 0 ? null : '/review?split'} more={splits === 0 ? '' : ', to talk about in a meeting'}>
          {splits === 0 ? 'No split votes that you can see.' : `${splits} with split votes`}
        </Line>
      </ul>
    </section>
  )
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** From whose first hour on the link lists, as `27 Nov`: a list knows whole days of UTC. */
function utcDay(since: string): string {
  const at = new Date(since)
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`
}

/** Where there are more than the link leads to. */
function unnamed({ count, ids }: ChangedSince): string {
  return count > ids.length ? `; the newest ${ids.length} are listed` : ''
}

/** Without a place to go to it is only told. */
function Line({ href, more = '', children }: { href: string | null; more?: string; children: ReactNode }) {
  return (
    <li>
      {href === null ? (
        <span className="text-muted">{children}</span>
      ) : (
        <PageLink href={href} className={LINK}>
          {children}
        </PageLink>
      )}
      {more !== '' && <span className="text-muted">{more}</span>}
    </li>
  )
}

const LINK = `underline decoration-line underline-offset-2 hover:decoration-ink ${FINGER_TARGET}`
