import type { ReviewNews } from '@/lib/queue/queue'
import { Day } from '../day'
import { PageLink } from '../ui/page-link'
import { FINGER_TARGET } from '../ui/finger-target'

/** What has come since this member was here last, and what there is to talk about. */
export function SinceYouWereHere({ news: { since, arrived } }: { news: ReviewNews }) {
  return (
    <section aria-labelledby="since">
      <h2 id="since" className="mb-1 text-2xs font-medium text-muted">
        {since === null ? (
          'What there is'
        ) : (
          <>
            Since you were here (<Day at={since} />)
          </>
        )}
      </h2>
      <ul className="space-y-1 py-2 pointer-coarse:space-y-6 pointer-coarse:py-4">
        {since !== null && (
          <li>
            {arrived === 0 ? (
              <span className="text-muted">No interview has come.</span>
            ) : (
              <PageLink href="/candidates" className={LINK}>
                {arrived === 1 ? '1 new interview' : `${arrived} new interviews`}
              </PageLink>
            )}
          </li>
        )}
        <li>
          <PageLink href="/review?split" className={LINK}>
            Split votes
          </PageLink>
          <span className="text-muted">, to talk about in a meeting</span>
        </li>
      </ul>
    </section>
  )
}

const LINK = `underline decoration-line underline-offset-2 hover:decoration-ink ${FINGER_TARGET}`
