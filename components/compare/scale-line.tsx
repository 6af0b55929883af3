'use client'

import { Pencil } from '../ui/icons'
import { useState } from 'react'
import type { Anchors } from '@/lib/compare/anchors'
import { Button } from '../ui/button'
import { useFocusTaker } from '../ui/use-loaded'
import { stepsOf } from './scale-steps'

type Props = {
  flowId: string
  questionKey: string
  anchors: Anchors | null
  mayWrite: boolean
  onWritten: (anchors: Anchors) => void
  /** What stands may be another scale by now. */
  onRefused: () => void
}

const load = () => import('./scale-form').then(({ ScaleForm }) => ScaleForm)

/** What a 1, a 3 and a 5 are, or that nobody has said so. */
export function ScaleLine({ flowId, questionKey, anchors, mayWrite, onWritten, onRefused }: Props) {
  const [isWriting, setWriting] = useState(false)
  const [ScaleForm] = useFocusTaker(load, isWriting, () => setWriting(false))
  const steps = anchors ? stepsOf(anchors) : []
  if (ScaleForm && isWriting) {
    return (
      <ScaleForm
        flowId={flowId}
        questionKey={questionKey}
        anchors={anchors}
        onWritten={(written) => {
          setWriting(false)
          onWritten(written)
        }}
        onCancel={(isRefused) => {
          setWriting(false)
          if (isRefused) onRefused()
        }}
      />
    )
  }
  return (
    <div
      className={`flex flex-wrap items-baseline gap-x-4 gap-y-1 text-muted ${steps.length > 0 ? '' : 'max-lg:hidden'}`}
    >
      {steps.length > 0
        ? steps.map(([step, text]) => (
            <p key={step} dir="auto" className="min-w-0 wrap-anywhere">
              <b className="mr-1.5 font-semibold text-ink numeric">{step}</b>
              {text}
            </p>
          ))
        : NO_SCALE[mayWrite ? 'writable' : 'readable']}
      {mayWrite && (
        <Button look="quiet" size="small" className="-ml-2 print:hidden" onClick={() => setWriting(true)}>
          <Pencil size={13} />
          {steps.length > 0 ? 'Change the scale' : 'Write the scale'}
        </Button>
      )}
    </div>
  )
}

const NO_SCALE = {
  writable: 'No scale yet. Rate without, or write what a 1, a 3 and a 5 sound like.',
  readable: 'No scale yet: 1 is the weakest answer, 5 the strongest.',
}
