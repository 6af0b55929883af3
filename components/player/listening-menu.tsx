import { Headphones } from '../ui/icons'
import { secondsOf } from '@/lib/transcript/speech'
import { formatDuration } from '../duration'
import { buttonClass } from '../ui/button'
import { Menu } from '../ui/menu/menu'
import type { Listening } from './playback-state'
import { useLength, usePlayback, usePlaybackState } from './playback-context'

const TITLES: Record<Listening['to'], string> = {
  everything: 'Whole interview',
  candidate: 'Candidate only',
  answers: 'Answers only',
}

/** Whether the agent and long silences are played too, and how much time it saves. */
export function ListeningMenu({ choices }: { choices: Listening[] }) {
  const playback = usePlayback()
  const { listening } = usePlaybackState()
  const length = useLength()
  if (choices.length === 1) return null

  const lengthOf = ({ spans }: Listening) => formatDuration(spans ? secondsOf(spans) : length)
  return (
    <>
      <Menu
        className={`numeric ${buttonClass('quiet', 'small')}`}
        label={`Listen to: ${TITLES[listening.to]}`}
        align="end"
        kind="one"
        choices={choices.map((choice) => ({
          key: choice.to,
          label: TITLES[choice.to],
          detail: lengthOf(choice),
          isChosen: choice.to === listening.to,
          choose: () => playback.listenTo(choice),
        }))}
      >
        <span className={`flex items-center gap-1.5 ${listening.spans ? 'text-accent' : ''}`}>
          <Headphones size={14} />
          <span className="max-lg:sr-only @max-[32rem]:sr-only">{TITLES[listening.to]}</span>
        </span>
      </Menu>
      {listening.spans && (
        <span className="text-xs whitespace-nowrap text-muted numeric max-lg:hidden @max-[48rem]:hidden">
          <span className="text-ink">{lengthOf(listening)}</span> instead of {formatDuration(length)}
        </span>
      )}
    </>
  )
}
