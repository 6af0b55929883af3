import { Toggle } from '../ui/toggle'

type HeardProps = { withAgent: boolean; onListen: () => void }
type Props = HeardProps & { goesOn: boolean; onGoOn: () => void }

/** Whether the agent is left out. */
export function HeardChoice({ withAgent, onListen }: HeardProps) {
  return (
    <Toggle isOn={!withAgent} className="print:hidden" onClick={onListen}>
      Candidate only
    </Toggle>
  )
}

/** And whether the next answer plays by itself once one is rated. */
export function ListeningChoice({ goesOn, onGoOn, ...heard }: Props) {
  return (
    <div className="-ml-2 flex flex-wrap items-center gap-1 print:hidden">
      <HeardChoice {...heard} />
      <Toggle isOn={goesOn} onClick={onGoOn}>
        Goes on after a rating
      </Toggle>
    </div>
  )
}
