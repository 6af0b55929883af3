'use client'

import { ChevronDown } from '../ui/icons'
import { useState } from 'react'
import type { AnswersInSight, ComparedFlow, ComparedQuestion } from '@/lib/compare/compared'
import { ListFailure } from '../candidates/list-failure'
import { Menu } from '../ui/menu/menu'
import { AnswerList } from './answer-list'
import { ListeningChoice } from './listening-choice'
import { NamesLine } from './names-line'
import { countsOf, QuestionList } from './question-list'
import { useRatings } from './ratings-context'
import { ScaleLine } from './scale-line'
import { ratingProgress } from './shown-ratings'
import { UndoLine } from './undo-line'
import { useComparedAnswers, useNamesThatCome } from './use-compared'
import { useMoveKeys } from './use-move-keys'

type Props = {
  flow: ComparedFlow
  /** How many answers there are to rate, to all questions. */
  ratable: number
  questions: ComparedQuestion[]
  chosen: ComparedQuestion
  rendered: AnswersInSight | null
  may: { hideNames: boolean; writeScale: boolean }
  onChoose: (key: string) => void
  onChanged: () => void
}

/** The questions of a flow on one side, everybody's answers to one of them on the other. */
export function ByQuestion({ flow, ratable, questions, chosen, rendered, may, onChoose, onChanged }: Props) {
  const { answers: compared, error, reload } = useComparedAnswers(flow.id, chosen.key, rendered)
  useNamesThatCome(flow.names, compared?.names, reload)
  const { waiting } = useRatings()
  const [goesOn, setGoesOn] = useState(true)
  const [withAgent, setWithAgent] = useState(false)
  const progress = compared ? ratingProgress(compared, waiting) : { ratable: chosen.answered, rated: chosen.rated }
  const listen = () => setWithAgent(!withAgent)
  const step = (by: number) => {
    const next = questions[questions.findIndex(({ key }) => key === chosen.key) + by]
    if (next) onChoose(next.key)
  }
  useMoveKeys({ n: () => step(1), p: () => step(-1) })

  const changed = () => {
    void reload()
    onChanged()
  }
  return (
    <div className="min-h-0 flex-1 lg:grid lg:grid-cols-[264px_minmax(0,1fr)]">
      <QuestionList questions={questions} chosen={chosen.key} rated={progress.rated} onChoose={onChoose} />
      <section aria-labelledby="question" className="min-w-0 lg:overflow-y-auto">
        <div className="flex items-start gap-3 px-4 pt-3 pb-1.5 max-lg:sticky max-lg:top-0 max-lg:z-10 max-lg:bg-canvas lg:px-6">
          <h2 id="question" dir="auto" className="min-w-0 flex-1 text-base font-semibold max-lg:line-clamp-2">
            {chosen.text}
          </h2>
          <Menu
            className="flex size-11 shrink-0 items-center justify-center rounded-md hover:bg-hover lg:hidden print:hidden"
            label="Another question"
            align="end"
            kind="one"
            choices={questions.map((question, index) => ({
              key: question.key,
              label: `${index + 1}. ${question.text}`,
              detail: countsOf(question, question.rated),
              isChosen: question.key === chosen.key,
              choose: () => onChoose(question.key),
            }))}
          >
            <ChevronDown size={18} />
          </Menu>
        </div>
        <div className="space-y-1.5 border-b border-line px-4 pb-3 lg:px-6">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <p role="status" className="text-muted numeric">
              {progress.rated} of {progress.ratable} rated
            </p>
            <NamesLine
              flowId={flow.id}
              names={compared?.names ?? flow.names}
              ratable={ratable}
              mayHide={may.hideNames}
              onChanged={changed}
            />
            <ListeningChoice
              withAgent={withAgent}
              goesOn={goesOn}
              onListen={listen}
              onGoOn={() => setGoesOn(!goesOn)}
            />
          </div>
          {compared && (
            <ScaleLine
              key={chosen.key}
              flowId={flow.id}
              questionKey={chosen.key}
              anchors={compared.anchors}
              mayWrite={may.writeScale}
              onWritten={(anchors) => void reload({ ...compared, anchors }, { revalidate: false })}
              onRefused={() => void reload()}
            />
          )}
        </div>
        {error && <ListFailure reason={error.message} onRetry={() => void reload()} />}
        {!compared && !error && <Awaited />}
        {compared && progress.ratable < 2 && (
          <p className="px-4 pt-4 text-muted lg:px-6">{fewAnswers(progress.ratable)}</p>
        )}
        {compared && (
          <AnswerList
            key={chosen.key}
            compared={compared}
            language={flow.language}
            goesOn={goesOn}
            withAgent={withAgent}
            onListen={listen}
          />
        )}
        <UndoLine />
      </section>
    </div>
  )
}

function fewAnswers(count: number): string {
  return count === 1 ? 'Nothing to compare yet: 1 answer.' : 'Nobody has answered this question yet.'
}

/** As high as the rows that will be there. */
function Awaited() {
  return (
    <div role="status" className="appear-late">
      <span className="sr-only">The answers are being loaded.</span>
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className="flex h-12 items-center gap-3 border-b border-line px-4 lg:px-6">
          <span className="h-3 w-32 rounded bg-hover" />
          <span className="h-3 flex-1 rounded bg-hover" />
        </div>
      ))}
    </div>
  )
}
