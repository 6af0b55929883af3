import type { Answer } from '@/lib/transcript/answers'
import type { Playback } from './playback'
import { usePlayback } from './playback-context'
import { type Listening, WHOLE_TALK } from './playback-state'
import { nextStart, previousStart } from './question-steps'
import { useShortcuts } from './use-shortcuts'

type Props = { questions: Answer[]; choices: Listening[] }

/** The keys that steer the recording, for as long as whoever calls this is drawn. */
export function usePlayerKeys({ questions, choices }: Props) {
  const playback = usePlayback()
  const toggle = () => playback.toggle()
  const actions = {
    ' ': toggle,
    k: toggle,
    j: () => playback.skip(-10),
    l: () => playback.skip(10),
    ArrowLeft: () => playback.skip(-5),
    ArrowRight: () => playback.skip(5),
    '<': () => playback.setRate(playback.state.rate - 0.25),
    '>': () => playback.setRate(playback.state.rate + 0.25),
    n: () => goTo(nextStart(questions, playback.time), playback),
    p: () => goTo(previousStart(questions, playback.time), playback),
    x: () => toggleListening(playback, choices),
  }
  useShortcuts(actions, MOVING)
}

/** These move through the recording, or its rate. */
const MOVING = ['j', 'l', 'n', 'p', 'ArrowLeft', 'ArrowRight', '<', '>']

/** Before it is known when the candidate speaks it is only wanted. */
function toggleListening(playback: Playback, choices: Listening[]) {
  const candidateOnly = choices.find(({ to }) => to === 'candidate') ?? { to: 'candidate' as const, spans: null }
  playback.listenTo(playback.state.listening.to === 'everything' ? candidateOnly : WHOLE_TALK)
}

function goTo(time: number | undefined, playback: Playback) {
  if (time !== undefined) playback.seek(time)
}
