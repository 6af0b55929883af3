import type { Connection } from '@/lib/connection/connection'
import { Disclosure } from '../ui/disclosure'
import { ArchiveFacts } from './archive-facts'
import { RibbonFacts } from './ribbon-facts'
import { WebhookFacts } from './webhook-facts'

/** What the answers above were made of, for who has to look closer. */
export function Figures({ connection, now }: { connection: Connection; now: number }) {
  return (
    <Disclosure title="Calls and lists" className="mt-4">
      <div className="grid gap-x-12 lg:grid-cols-2">
        <RibbonFacts connection={connection} now={now} />
        <ArchiveFacts connection={connection} now={now} />
        <WebhookFacts webhooks={connection.webhooks} now={now} />
      </div>
    </Disclosure>
  )
}
