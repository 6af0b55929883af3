import { ArrowDown } from '../../ui/icons'
import type { Answer } from '@/lib/transcript/answers'
import { useDock } from '../../player/dock'
import { Button } from '../../ui/button'
import { useAnswerPlayback } from './use-answer-playback'

type Props = {
  answer: Answer
  /** The answer before it is over: on a narrow screen this comes into sight. */
  isDue: boolean
  onChoose: () => void
}

/** Below an answer: the way to the next one, which plays where there is something to hear. */
export function NextQuestion({ answer, isDue, onChoose }: Props) {
  const { canPlay, play } = useAnswerPlayback(answer)
  const { makesRoom } = useDock()
  const choose = () => {
    onChoose()
    if (canPlay) play()
  }
  return (
    <div ref={makesRoom} className={`px-2 pb-3 pl-8 print:hidden ${isDue ? IN_SIGHT : ''}`}>
      <Button look={isDue ? 'primary' : 'secondary'} className="w-full min-w-0 justify-start" onClick={choose}>
        <ArrowDown size={14} className="shrink-0" />
        <span className="truncate">
          Next: <bdi>{answer.text}</bdi>
        </span>
      </Button>
    </div>
  )
}

/** Above the docked player and the bar below it. */
const IN_SIGHT = 'max-lg:sticky max-lg:bottom-[calc(var(--player-height,10rem)+3.5rem)] max-lg:z-10 max-lg:low:static'
