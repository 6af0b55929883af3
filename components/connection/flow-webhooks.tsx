import type { FlowWebhook, Webhooks } from '@/lib/connection/connection'
import { TimeAgo } from '../time-ago'
import { TitledTable } from './titled-table'

const NARROW = 'w-20 sm:w-28 lg:w-48'
const COLUMNS = [{ name: 'Flow' }, { name: 'Secret', width: NARROW }, { name: 'Last heard', width: NARROW }]

/** Which flows announce what happens, so that it shows whose webhook is not set up at Ribbon. */
export function FlowWebhooks({ webhooks, now }: { webhooks: Webhooks; now: number }) {
  const { shown, total } = webhooks.flows
  if (total === 0) return null
  const more =
    total > shown.length
      ? `and ${(total - shown.length).toLocaleString('en-US')} more, which were heard from later`
      : null
  return (
    <TitledTable title="Webhooks by flow" columns={COLUMNS} footer={more}>
      {shown.map((flow) => (
        <tr key={flow.id} className="border-b border-line align-top">
          <td className="truncate py-2 pr-3" title={flow.title || flow.id}>
            <bdi>{flow.title || flow.id}</bdi>
          </td>
          <td className="py-2 pr-3 text-muted">{secretWords(flow, webhooks.hasDefault)}</td>
          <td className="py-2 text-muted numeric">
            {flow.lastHeardAt ? <TimeAgo at={flow.lastHeardAt} now={now} /> : 'Never heard from'}
          </td>
        </tr>
      ))}
    </TitledTable>
  )
}

function secretWords({ hasSecret }: FlowWebhook, hasDefault: boolean) {
  if (hasSecret) return 'Known'
  return hasDefault ? 'The default' : 'None known'
}
