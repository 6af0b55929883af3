import type { Queue, QueueItem } from '@/lib/queue/queue'
import { flowLabel } from '../candidates/identity/candidate-label'
import { howMany } from '../how-many'
import { FlowHead } from './flow-head'
import type { GoOn } from './go-on'
import { QueueRow, type SaidAbove } from './queue-row'

type Props = { queue: Queue; goOn: GoOn | null; mayAssign: boolean; now: number }

/** Flow by flow, in the order in which it is gone through; at the end what was skipped. */
export function QueueList({ queue: { items, flows, total }, goOn, mayAssign, now }: Props) {
  const skipped = items.filter(({ isSkipped }) => isSkipped)
  return (
    <>
      {sectionsOf(items.filter(({ isSkipped }) => !isSkipped)).map(({ flow, rows }) => {
        const progress = flows.find(({ id }) => id === flow.id) ?? { ...flow, done: 0, total: rows.length, dueOn: null }
        const areAllDue = rows.every(({ dueOn }) => dueOn === progress.dueOn)
        return (
          <section key={flow.id} aria-label={flowLabel(flow)} className="mb-6">
            <FlowHead
              flow={progress}
              asked={rows.filter(({ asks }) => asks.length > 0).length}
              mayAssign={mayAssign}
              now={now}
            />
            <Rows rows={rows} above={areAllDue ? 'flow and day' : 'flow'} goOn={goOn} now={now} />
          </section>
        )
      })}
      {skipped.length > 0 && (
        <section aria-label="Skipped" className="mb-6">
          <h2 className="flex h-8 items-center gap-3 border-b border-line text-sm font-medium text-muted">
            Skipped <span className="font-normal numeric">{skipped.length}</span>
          </h2>
          <Rows rows={skipped} above="nothing" goOn={goOn} now={now} />
        </section>
      )}
      {total > items.length && (
        <p className="py-2 text-muted numeric">
          {howMany(total - items.length, 'more waits', 'more wait')} behind these.
        </p>
      )}
    </>
  )
}

type RowsProps = Pick<Props, 'goOn' | 'now'> & { rows: QueueItem[]; above: SaidAbove }

function Rows({ rows, above, goOn, now }: RowsProps) {
  return (
    <ol>
      {rows.map((item) => (
        <QueueRow
          key={item.interviewId}
          item={item}
          above={above}
          goOn={goOn?.interviewId === item.interviewId ? goOn : null}
          now={now}
        />
      ))}
    </ol>
  )
}

function sectionsOf(items: QueueItem[]) {
  const sections: { flow: QueueItem['flow']; rows: QueueItem[] }[] = []
  for (const item of items) {
    const section = sections.at(-1)
    if (section && section.flow.id === item.flow.id) section.rows.push(item)
    else sections.push({ flow: item.flow, rows: [item] })
  }
  return sections
}
