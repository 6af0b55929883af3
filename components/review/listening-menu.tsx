import { Check, Headphones } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { secondsOf } from '@/lib/interviews/speech'
import { formatDuration } from '../duration'
import { buttonClass } from '../ui/button'
import { Menu, MENU_ITEM, MenuMark } from '../ui/menu'
import type { Listening } from './playback'
import { usePlayback, usePlaybackState } from './playback-context'
import { useListeningChoices } from './use-listening'

const TITLES: Record<Listening['to'], string> = {
  everything: 'Everything',
  candidate: 'Candidate only',
  answers: 'Answers only',
}

/** Whether the agent and long silences are played too, and how much time it saves. */
export function ListeningMenu() {
  const playback = usePlayback()
  const { listening, duration } = usePlaybackState()
  const choices = useListeningChoices()
  if (choices.length === 1) return null

  const lengthOf = ({ spans }: Listening) => formatDuration(spans ? secondsOf(spans) : duration)
  const choose = (to: string) => {
    const chosen = choices.find((choice) => choice.to === to)
    if (chosen) playback.listenTo(chosen)
  }
  const trigger = (
    <DropdownMenu.Trigger
      aria-label={`Listen to: ${TITLES[listening.to]}`}
      className={`numeric ${buttonClass('quiet', 'small')}`}
    >
      <span className={`flex items-center gap-1.5 ${listening.spans ? 'text-accent' : ''}`}>
        <Headphones size={14} aria-hidden="true" />
        <span className="max-lg:sr-only">{TITLES[listening.to]}</span>
      </span>
    </DropdownMenu.Trigger>
  )
  return (
    <>
      <Menu trigger={trigger} align="end">
        <DropdownMenu.RadioGroup value={listening.to} onValueChange={choose}>
          {choices.map((choice) => (
            <DropdownMenu.RadioItem key={choice.to} value={choice.to} className={`numeric ${MENU_ITEM}`}>
              <MenuMark>
                <Check size={14} aria-hidden="true" />
              </MenuMark>
              {TITLES[choice.to]}
              <span className="ml-auto pl-6 text-muted">{lengthOf(choice)}</span>
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      </Menu>
      {listening.spans && (
        <span className="text-xs whitespace-nowrap text-muted numeric max-lg:hidden">
          <span className="text-ink">{lengthOf(listening)}</span> instead of {formatDuration(duration)}
        </span>
      )}
    </>
  )
}
