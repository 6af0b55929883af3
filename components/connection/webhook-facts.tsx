import type { Webhooks } from '@/lib/connection/connection'
import { CopyButton } from '../ui/copy-button'
import { Fact, Facts } from './facts'
import { SecondsAgo } from './seconds-ago'

export function WebhookFacts({ webhooks, now }: { webhooks: Webhooks; now: number }) {
  const { isOn, url, waiting, oldestWaitingAt } = webhooks
  return (
    <Facts title="Webhooks">
      <Fact name="State">
        {isOn ? 'On' : 'Off: no flow names a secret, and RIBBON_WEBHOOK_SECRET is unset on the server'}
      </Fact>
      <Fact name="Address to enter at Ribbon">
        <span className="inline-flex max-w-full flex-wrap items-baseline justify-end gap-2">
          <code className="text-xs break-all">{url}</code>
          <CopyButton text={url} />
        </span>
      </Fact>
      <Fact name="Waiting">
        {waiting.toLocaleString('en-US')}
        {oldestWaitingAt && (
          <>
            , the oldest came <SecondsAgo at={oldestWaitingAt} now={now} />
          </>
        )}
      </Fact>
    </Facts>
  )
}
