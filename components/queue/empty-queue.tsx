import type { ReviewNews } from '@/lib/queue/queue'
import { GIVEN_NOTHING } from '../given-nothing'
import { PageLink } from '../ui/page-link'

type Props = { news: ReviewNews; isGivenNothing: boolean }

/** Nothing waits: because all of it is done, or because nobody has assigned or asked for anything, which is not told apart. */
export function EmptyQueue({ news: { judged, unjudged, others }, isGivenNothing }: Props) {
  return (
    <div className="py-6">
      <p className="text-base font-medium">
        {isGivenNothing ? `${GIVEN_NOTHING.title}.` : 'Nothing waits for you.'}
        {judged > 0 && ` You have judged ${judged} in the last day.`}
      </p>
      {isGivenNothing && <p className="mt-1 text-muted">{GIVEN_NOTHING.wayOut}</p>}
      {others.interviews > 0 && (
        <p className="mt-1 text-muted">
          Of what you have judged, {others.interviews} still {others.interviews === 1 ? 'waits' : 'wait'} for{' '}
          {others.members === 1 ? 'a colleague' : `${others.members} colleagues`}.
        </p>
      )}
      {unjudged > 0 && (
        <p className="mt-1 text-muted">
          {unjudged === 1 ? '1 interview that you see has' : `${unjudged} interviews that you see have`} no vote of
          yours yet:{' '}
          <PageLink href="/candidates?vote=none" className="underline hover:text-ink">
            Browse them
          </PageLink>
          .
        </p>
      )}
    </div>
  )
}
