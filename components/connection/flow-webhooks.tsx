import type { FlowWebhook, Webhooks } from '@/lib/connection/connection'
import { TimeAgo } from '../time-ago'

/** Which flows announce what happens, so that it shows whose webhook is not set up at Ribbon. */
export function FlowWebhooks({ webhooks, now }: { webhooks: Webhooks; now: number }) {
  const { shown, total } = webhooks.flows
  if (total === 0) return null
  return (
    <table className="mt-4 w-full table-fixed text-sm">
      <caption className="pb-1 text-left text-2xs font-medium text-muted">Webhooks by flow</caption>
      <thead className="border-y border-line text-left text-2xs text-muted">
        <tr>
          <th scope="col" className="py-2 font-medium">
            Flow
          </th>
          <th scope="col" className="w-28 py-2 font-medium lg:w-48">
            Secret
          </th>
          <th scope="col" className="w-28 py-2 font-medium lg:w-48">
            Last heard
          </th>
        </tr>
      </thead>
      <tbody>
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
      </tbody>
      {total > shown.length && (
        <tfoot>
          <tr>
            <td colSpan={3} className="py-2 text-muted">
              and {(total - shown.length).toLocaleString('en-US')} more, which were heard from later
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function secretWords({ hasSecret }: FlowWebhook, hasDefault: boolean) {
  if (hasSecret) return 'Known'
  return hasDefault ? 'The default' : 'None known'
}
