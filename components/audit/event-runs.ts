import type { LoggedEvent } from '@/lib/audit/log/logged-event'
import type { PlaceNames } from '../team/member-words'
import { eventDetail } from './event-detail'
import { eventPieces } from './event-words'

/** Fewer are read as fast as one opens them. */
const FEWEST = 3
/** From the first to the last of what counts as one moment, in milliseconds. */
const MOMENT_MS = 2_000

/**
 * The events in their order, in pieces that make one line each: what one member did from one place to several candidates at the same
 * moment, or else a single event.
 */
export function eventRuns(events: LoggedEvent[], names: PlaceNames): [LoggedEvent, ...LoggedEvent[]][] {
  const runs: [LoggedEvent, ...LoggedEvent[]][] = []
  for (const event of events) {
    const run = runs.at(-1)
    if (run && isSameAct(run, event, names)) run.push(event)
    else runs.push([event])
  }
  return runs.flatMap((run) => (run.length < FEWEST ? run.map((event): [LoggedEvent] => [event]) : [run]))
}

function isSameAct(run: [LoggedEvent, ...LoggedEvent[]], event: LoggedEvent, names: PlaceNames): boolean {
  const isAtOnce = Math.abs(Date.parse(run[0].at) - Date.parse(event.at)) <= MOMENT_MS
  const isAnother = run.every(({ about }) => about?.id !== event.about?.id)
  return isAtOnce && isAnother && event.about?.kind === 'interview' && actOf(run[0], names) === actOf(event, names)
}

/** All that a line says but the candidate, with whatever is not said of who it was. */
function actOf(event: LoggedEvent, names: PlaceNames): string {
  const { by, about, whom, sessionId, address } = event
  const said = [eventPieces(event), eventDetail(event, names), whom?.id]
  return JSON.stringify([event.code, about?.kind, by.kind, by.kind === 'member' && by.id, sessionId, address, said])
}
