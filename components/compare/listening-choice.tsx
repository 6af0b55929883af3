import { Headphones, ListVideo } from 'lucide-react'
import { Button } from '../ui/button'

type HeardProps = { withAgent: boolean; onListen: () => void }
type Props = HeardProps & { goesOn: boolean; onGoOn: () => void }

/** Whether the agent is heard too. */
export function HeardChoice({ withAgent, onListen }: HeardProps) {
  return (
    <Button look="quiet" size="small" className="text-xs print:hidden" aria-pressed={!withAgent} onClick={onListen}>
      <Headphones size={13} aria-hidden="true" className={withAgent ? '' : 'text-accent'} />
      {withAgent ? 'With the agent' : 'Candidate only'}
    </Button>
  )
}

/** And whether the next answer plays by itself once one is rated. */
export function ListeningChoice({ goesOn, onGoOn, ...heard }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-1 print:hidden">
      <HeardChoice {...heard} />
      <Button look="quiet" size="small" className="text-xs" aria-pressed={goesOn} onClick={onGoOn}>
        <ListVideo size={13} aria-hidden="true" className={goesOn ? 'text-accent' : ''} />
        {goesOn ? 'Goes on after a rating' : 'Stays after a rating'}
      </Button>
    </div>
  )
}
