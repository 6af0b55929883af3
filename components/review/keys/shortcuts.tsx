'use client'

import { useState } from 'react'
import type { Answer } from '@/lib/transcript/answers'
import { shortcutOf } from '../../key-pressed'
import { useShortcutsOff } from '../../shortcuts-setting'
import { isTyping } from '../../typing'
import { Button } from '../../ui/button'
import { useLoaded } from '../../ui/use-loaded'
import { useKeys } from '../../use-keys'
import { actionFor, type Action } from './keymap'
import { useFind } from '../../transcript/find-context'
import type { Playback } from '../../player/playback'
import { EVERYTHING, type Listening } from '../../player/playback-state'
import { usePlayback } from '../../player/playback-context'
import { nextStart, previousStart } from '../../player/question-steps'
import { useReview } from '../review-context'
import { useCompose } from '../notes/use-compose'
import { useListeningChoices } from '../listening/use-listening'

const load = () => import('./keys-dialog').then(({ KeysDialog }) => KeysDialog)

/** The page's keys, and the dialog that lists them and can switch them off. */
export function Shortcuts() {
  const { answers } = useReview()
  const playback = usePlayback()
  const [open, setOpen] = useState(false)
  const [KeysDialog, ask] = useLoaded(load)
  const help = () => {
    ask()
    setOpen(true)
  }
  const off = useShortcutsOff()
  const { input } = useFind()
  const choices = useListeningChoices()
  const compose = useCompose()

  useKeys((event) => {
    const pressed = shortcutOf(event)
    const action = pressed === null ? undefined : actionFor(pressed)
    if (!action || off || isTyping(event) || operates(event)) return
    event.preventDefault()
    if (action.do === 'help') help()
    else if (action.do === 'find') input.current?.focus()
    else if (action.do === 'note') compose({ at: playback.time, quote: null })
    else if (action.do === 'listen') toggleListening(playback, choices)
    else act(action, playback, answers)
  })

  return (
    <>
      <Button look="quiet" size="small" aria-haspopup="dialog" className="max-lg:hidden" onClick={help}>
        Keys
      </Button>
      {KeysDialog && open && <KeysDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function act(action: Action, playback: Playback, answers: Answer[]) {
  if (action.do === 'toggle') playback.toggle()
  else if (action.do === 'skip') playback.skip(action.seconds)
  else if (action.do === 'faster') playback.setRate(playback.state.rate + 0.25)
  else if (action.do === 'slower') playback.setRate(playback.state.rate - 0.25)
  else if (action.do === 'next-question') goTo(nextStart(answers, playback.time), playback)
  else if (action.do === 'previous-question') goTo(previousStart(answers, playback.time), playback)
}

function toggleListening(playback: Playback, choices: Listening[]) {
  const candidateOnly = choices.find(({ to }) => to === 'candidate')
  playback.listenTo(playback.state.listening.to === 'everything' && candidateOnly ? candidateOnly : EVERYTHING)
}

function goTo(time: number | undefined, playback: Playback) {
  if (time !== undefined) playback.seek(time)
}

/** What has the focus keeps the keys that it has a use for itself. */
const OWN_KEYS: Record<string, string> = {
  ' ': 'button, a, [role=tab]',
  ArrowLeft: 'input, [role=tab]',
  ArrowRight: 'input, [role=tab]',
}

function operates({ key, target }: KeyboardEvent): boolean {
  const owners = OWN_KEYS[key]
  return owners !== undefined && target instanceof Element && target.closest(owners) !== null
}
