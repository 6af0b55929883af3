import type { Connection } from '@/lib/connection/connection'
import { ArchiveFacts } from './archive-facts'
import { RibbonFacts } from './ribbon-facts'
import { WebhookFacts } from './webhook-facts'

/** What the answers above were made of, for who has to look closer. */
export function Figures({ connection, now }: { connection: Connection; now: number }) {
  return (
    <details className="group mt-4">
      <summary className="w-fit cursor-pointer rounded py-1 text-sm font-medium text-muted hover:text-ink max-lg:py-3">
        Calls and lists
      </summary>
      <div className="grid gap-x-12 lg:grid-cols-2">
        <RibbonFacts connection={connection} now={now} />
        <ArchiveFacts connection={connection} now={now} />
        <WebhookFacts webhooks={connection.webhooks} now={now} />
      </div>
    </details>
  )
}
