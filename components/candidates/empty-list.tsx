import type { ReactNode } from 'react'
import type { Freshness } from '@/lib/mirror/freshness'
import { useFreshness } from '../freshness'
import { Button } from '../ui/button'

type Props = { narrowed: boolean; freshness: Freshness; onClear: () => void }

/** Says why there is nothing, and what to do next. */
export function EmptyList({ narrowed, freshness: initial, onClear }: Props) {
  const freshness = useFreshness(initial)
  if (narrowed) {
    return (
      <Message title="No interview matches" text="Search for other words, or take a filter away.">
        <Button onClick={onClear}>Clear filters</Button>
      </Message>
    )
  }
  if (freshness.failure) {
    return (
      <Message
        title="No interviews yet"
        text={`${freshness.failure.message} Debrief keeps trying; an admin can check the API key.`}
      />
    )
  }
  if (freshness.asOf === null) {
    return <Message title="Reading interviews from Ribbon" text="The first ones appear here in a moment." />
  }
  return <Message title="No interviews yet" text="They appear here once a candidate has been invited in Ribbon." />
}

function Message({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="px-6 py-20 text-center">
      <p className="font-medium">{title}</p>
      <p className="mx-auto mt-1 mb-4 max-w-sm text-muted">{text}</p>
      {children}
    </div>
  )
}
