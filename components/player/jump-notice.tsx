import { formatDuration } from '../duration'
import { usePlaybackState } from './playback-context'
import type { Obstacle } from './obstacle'
import { MOST_BYTES } from './whole-recording'

const NO_JUMPS = 'This network does not let us jump in the recording'

/** Why a jump did not lead where it should, or nothing plays, and what of it still works. */
export function JumpNotice() {
  const { obstacle } = usePlaybackState()
  return (
    <p className={obstacle ? 'mt-2 rounded-md bg-warn-soft px-3 py-2 text-sm' : 'sr-only'}>
      <span role="status">{obstacle && sentenceOf(obstacle)}</span>
      {obstacle?.is === 'loading' && obstacle.percent !== null && (
        <span aria-hidden="true" className="ml-2 text-muted numeric">
          {obstacle.percent} %
        </span>
      )}
    </p>
  )
}

function sentenceOf(obstacle: Obstacle): string {
  if (obstacle.is === 'forbidden') return 'The browser lets nothing play by itself here. Press Play.'
  if (obstacle.is === 'out-of-reach' || obstacle.is === 'ended-early') {
    const [place, end] = [formatDuration(obstacle.time), formatDuration(obstacle.end)]
    return obstacle.is === 'ended-early'
      ? `The recording ended at ${end}, though the transcript goes on to ${place}.`
      : `The browser cannot go to ${place} of this recording, only up to ${end}. Played on from there, the rest may still come.`
  }
  return `${NO_JUMPS}${CONSEQUENCES[obstacle.is]}`
}

const CONSEQUENCES = {
  loading: ', so all of it is loaded first.',
  'too-large': `, and it is too large to be loaded whole (over ${MOST_BYTES / 1024 ** 2} MB). It plays from where it is.`,
  failed: ', and loading all of it failed. It plays from where it is; the next jump tries again.',
}
