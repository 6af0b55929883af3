import type { Agenda } from '@/lib/votes/agenda/agenda'
import { howMany } from '../../how-many'
import { RefreshOnceGone } from '../../refresh-once-gone'
import { TroubleLine } from '../../trouble/trouble-line'
import { buttonClass } from '../../ui/button'
import { EmptyMessage } from '../../ui/empty-message'
import { PageLink } from '../../ui/page-link'
import { splitsPath, unjudgedPath } from './agenda-links'
import { SplitInterviewSection } from './split-interview'

/** `flowIds` are those that it is about, none for all. */
type Props = { agenda: Agenda; flowIds: string[] }

/** What a meeting has to talk about: where the votes lie furthest apart first. */
export function AgendaScreen({ agenda: { items, total }, flowIds }: Props) {
  return (
    <div className="lg:h-full lg:overflow-y-auto print:!h-auto">
      <header className="border-b border-line px-4 py-3 lg:px-6">
        <h1 className="text-xl font-semibold tracking-tight">
          Split votes <span className="ml-1 text-sm font-normal text-muted numeric">{total}</span>
        </h1>
        <p className="text-muted">Where somebody would hire and somebody would not, the widest splits first.</p>
      </header>
      <TroubleLine />
      <RefreshOnceGone interviewIds={items.map(({ interview }) => interview.id)} />
      {items.length === 0 && (
        <EmptyMessage title="No split votes that you can see" text="What colleagues voted is hidden until you vote.">
          <PageLink href={unjudgedPath(flowIds)} className={buttonClass('secondary', 'regular')}>
            See what you have not voted on
          </PageLink>
        </EmptyMessage>
      )}
      <div className="max-w-[56rem] px-4 lg:px-6">
        {items.map((split) => (
          <SplitInterviewSection key={split.interview.id} split={split} />
        ))}
        {total > items.length && (
          <p className="py-4 text-muted">
            {moreOf(total - items.length)} split less widely:{' '}
            <PageLink href={splitsPath(flowIds)} className="text-accent underline">
              all of them in the list
            </PageLink>
            .
          </p>
        )}
      </div>
    </div>
  )
}

function moreOf(count: number): string {
  return howMany(count, 'more is', 'more are')
}
