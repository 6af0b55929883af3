'use client'

import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { isRatable } from '@/lib/compare/answer-state'
import type { ComparedFlow } from '@/lib/compare/compared'
import type { Matrix } from '@/lib/compare/matrix'
import { ListFailure } from '../candidates/list-failure'
import { useMedia } from '../ui/use-media'
import { bringIntoSight } from './bring-into-sight'
import { MatrixLine } from './matrix-line'
import { AS_THEY_STAND, CANDIDATE, sortedBy, sortedRows, withUnsent } from './matrix-order'
import { MatrixStrip } from './matrix-strip'
import { SortByMenu } from './sort-by-menu'
import { SortHead } from './sort-head'
import { NamesLine } from './names-line'
import { begun, nextPlays } from './plays'
import { useRatings } from './ratings-context'
import { UndoLine } from './undo-line'
import { useComparedMatrix, useNamesThatCome } from './use-compared'
import { useFinalistsIn } from './use-finalists'
import { useNearRows } from './use-near-rows'

/** In pixels, with the line below: a mouse gets more of them into the window, a finger has to hit one. */
const ROW = { fine: 41, coarse: 45 }

type Props = {
  flow: ComparedFlow
  /** How many answers there are to rate. */
  ratable: number
  rendered: Matrix | null
  mayHide: boolean
  /** Who is to stand side by side, as the link has them. */
  picked: string[]
  onPick: (ids: string[]) => void
  onChanged: () => void
}
/** A cell: whose, and to the question of which key. */
type Place = { interview: string; key: string }
/** How often it was to begin by itself, and to pause or go on. */
type Playing = Place & { plays: number; turns: number }

/** Candidates down, questions across: seconds and ratings in each cell, which plays where it is pressed. Only what is near the window is drawn. */
export function MatrixView({ flow, ratable, rendered, mayHide, picked, onPick, onChanged }: Props) {
  const { matrix: told, error, reload } = useComparedMatrix(flow.id, rendered)
  useNamesThatCome(flow.names, told?.flow.names, reload)
  const finalists = useFinalistsIn(told, picked)
  const { waiting } = useRatings()
  const [sort, setSort] = useState(AS_THEY_STAND)
  const matrix = useMemo(() => told && withUnsent(told, waiting), [told, waiting])
  const rows = useMemo(() => (told ? sortedRows(told, sort) : []), [told, sort])
  const shown = useMemo(() => new Map(matrix?.rows.map((row) => [row.interview, row])), [matrix])
  const scroller = useRef<HTMLDivElement>(null)
  const height = useMedia('(pointer: coarse)') ? ROW.coarse : ROW.fine
  const near = useNearRows(scroller, { count: rows.length, height })
  const [focused, setFocused] = useState<Place | null>(null)
  const [pressed, setPlaying] = useState<Playing | null>(null)
  // What was pressed under a letter is another row once names come.
  const playing = pressed && shown.has(pressed.interview) ? pressed : null
  if (error && !told) return <ListFailure reason={error.message} onRetry={() => void reload()} />
  if (!matrix)
    return (
      <p role="status" className="appear-late px-4 py-6 text-muted lg:px-6">
        The matrix is being loaded.
      </p>
    )

  const { questions } = matrix
  const columnOf = (key: string | undefined) => questions.findIndex((question) => question.key === key)
  const playingColumn = columnOf(playing?.key)
  const focus = (row: number, column: number) => {
    const target = rows[Math.min(rows.length - 1, Math.max(0, row))]
    const key = questions[column]?.key
    if (!target || key === undefined) return
    setFocused({ interview: target.interview, key })
    bringIntoSight(scroller.current, { index: rows.indexOf(target), height })
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus({ preventScroll: true }),
    )
  }
  const play = (row: number, column: number) => {
    const target = rows[row]
    const key = questions[column]?.key
    if (!target || key === undefined || !isRatable(target.cells[column]?.state ?? 'not_asked')) return
    setPlaying((before) => pressedCell(before, { interview: target.interview, key }))
  }
  const press = (event: KeyboardEvent) => {
    const cell = cellOf(event)
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return
    const { row, column } = cell
    const to = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      Home: [0, column],
      End: [rows.length - 1, column],
    }[event.key]
    if (!to) return
    event.preventDefault()
    focus(to[0] ?? 0, to[1] ?? 0)
  }
  const isThere = focused && columnOf(focused.key) >= 0 && rows.some(({ interview }) => interview === focused.interview)
  const first = isThere ? focused : null
  /** By keyboard one cell is reached by Tab, the others by arrows. */
  const tabStopOf = (interview: string, row: number) => {
    if (!first) return row === 0 ? 0 : null
    return first.interview === interview ? columnOf(first.key) : null
  }
  const playingRow = rows.findIndex(({ interview }) => interview === playing?.interview)
  const step = (by: 1 | -1) => {
    if (playingRow < 0 || playingColumn < 0) return
    for (let row = playingRow + by; row >= 0 && row < rows.length; row += by)
      if (isRatable(rows[row]?.cells[playingColumn]?.state ?? 'not_asked')) return play(row, playingColumn)
  }

  const turn = (by: 1 | -1) => {
    for (let column = playingColumn + by; column >= 0 && column < questions.length; column += by)
      if (isRatable(rows[playingRow]?.cells[column]?.state ?? 'not_asked')) return play(playingRow, column)
  }
  const close = () => {
    setPlaying(null)
    if (playing) focus(playingRow, playingColumn)
  }

  return (
    <section aria-label="Matrix" className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 lg:px-6">
        <SortByMenu by={sort.by} onChoose={(by) => setSort({ ...sort, by })} />
        <NamesLine
          flowId={flow.id}
          names={matrix.flow.names}
          ratable={ratable}
          mayHide={mayHide}
          onChanged={() => {
            void reload()
            onChanged()
          }}
        />
      </div>
      {error && <ListFailure reason={error.message} onRetry={() => void reload()} />}
      <div ref={scroller} className="relative min-h-40 flex-1 overflow-auto lg:min-h-0 max-lg:low:max-h-[70dvh]">
        <table
          className="min-w-full border-separate border-spacing-0"
          aria-rowcount={rows.length + 1}
          aria-colcount={questions.length + 1}
        >
          <caption className="sr-only">
            What each answered to each question. A cell with a time plays it; arrows lead from cell to cell.
          </caption>
          <thead>
            <tr className="h-14">
              <SortHead
                className="sticky top-0 left-0 z-20 w-56 min-w-56 max-sm:w-36 max-sm:min-w-36 [&>button]:pl-4 lg:[&>button]:pl-6"
                label="Candidate"
                sorted={sort.key === CANDIDATE ? sort.isDescending : null}
                onSort={() => setSort(sortedBy(sort, CANDIDATE))}
              />
              {questions.map((question, index) => (
                <SortHead
                  key={question.key}
                  className="sticky top-0 z-10 w-24 min-w-24"
                  label={`${index + 1} ${question.text}`}
                  sorted={sort.key === question.key ? sort.isDescending : null}
                  onSort={() => setSort(sortedBy(sort, question.key))}
                />
              ))}
            </tr>
          </thead>
          {/* Its cells are buttons, of which it hears. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <tbody
            onKeyDown={press}
            onFocus={(event) => {
              const cell = cellOf(event)
              const [interview, key] = [rows[cell?.row ?? -1]?.interview, questions[cell?.column ?? -1]?.key]
              if (interview !== undefined && key !== undefined) setFocused({ interview, key })
            }}
            onClick={(event) => {
              const cell = cellOf(event)
              if (cell) play(cell.row, cell.column)
            }}
          >
            {near.from > 0 && <tr aria-hidden="true" style={{ height: near.from * height }} />}
            {rows.slice(near.from, near.to).map(({ interview }, offset) => {
              const row = shown.get(interview)
              const index = near.from + offset
              return (
                row && (
                  <MatrixLine
                    key={interview}
                    row={row}
                    columns={questions.length}
                    index={index}
                    tabStop={tabStopOf(interview, index)}
                    playing={playing?.interview === interview ? playingColumn : null}
                    picked={finalists}
                    onPick={onPick}
                  />
                )
              )
            })}
            {near.to < rows.length && <tr aria-hidden="true" style={{ height: (rows.length - near.to) * height }} />}
          </tbody>
        </table>
      </div>
      <UndoLine />
      {playing && questions[playingColumn] && (
        <MatrixStrip
          flow={flow}
          question={questions[playingColumn]}
          interview={playing.interview}
          plays={playing.plays}
          turns={playing.turns}
          onShown={() => bringIntoSight(scroller.current, { index: playingRow, height })}
          onBegin={() => setPlaying((now) => now && begun(now))}
          onStep={step}
          onTurn={turn}
          onClose={close}
        />
      )}
    </section>
  )
}

/** The one that sounds already pauses, or goes on. */
function pressedCell(before: Playing | null, place: Place): Playing {
  const isSame = before?.interview === place.interview && before.key === place.key
  if (isSame) return before.plays > 0 ? before : { ...before, turns: before.turns + 1 }
  return { ...place, plays: nextPlays(before?.plays ?? 0, true), turns: 0 }
}

/** The cell that an event comes from; null where it comes from none. */
function cellOf({ target }: { target: EventTarget }): { row: number; column: number } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  return cell && { row: Number(cell.dataset.row), column: Number(cell.dataset.cell) }
}
