'use client'

import type { ComponentProps, ReactNode } from 'react'
import { useNotes } from '../notes/notes-context'
import { useDock } from '../player/dock'
import { PlaybackRoot } from '../player/playback-root'
import { NoticePlace } from '../ui/notice-place'
import { TabList, TabPanel } from '../ui/tabs'
import { VoteBar } from '../votes/vote-bar'
import { AnswersHeard } from './heard/answers-heard'
import { usePanel } from './panels/panel-context'
import { useIsWide } from '../ui/use-is-wide'
import { PANELS, type PanelName } from './panels/panel-name'

const TITLES: Record<PanelName, string> = {
  transcript: 'Transcript',
  summary: 'Summary',
  scores: 'Scores',
  questions: 'Questions',
  notes: 'Notes',
}

/** Facts before opinions. */
const PRINT_ORDER = {
  scores: 'print:order-1',
  summary: 'print:order-2',
  questions: 'print:order-3',
  notes: 'print:order-4',
} as const

type Props = { header: ReactNode; player: ReactNode } & Record<PanelName, ReactNode>

/**
 * Wide: the transcript on the left, one of the other panels on the right. Narrow: all of them are tabs. Where the tab is
 * the transcript, a wide screen shows the summary beside it.
 */
export function ReviewLayout({ header, player, transcript, ...panels }: Props) {
  const { panel, choose } = usePanel()
  const { notes } = useNotes()
  const isWide = useIsWide()
  const written = notes.filter(({ deleted }) => !deleted).length

  return (
    <PlaybackRoot className="max-sm:[--room-header:2.75rem] lg:grid lg:h-full lg:min-h-[34rem] lg:grid-cols-[minmax(0,1fr)_clamp(320px,28vw,392px)] lg:grid-rows-[auto_auto_minmax(0,1fr)] print:!block max-sm:low:[--room-header:0px]">
      <div className="max-lg:contents lg:col-start-1">{header}</div>
      <div className="lg:col-start-1">{player}</div>
      <aside
        aria-label="About this interview"
        className="flex min-h-0 flex-col max-lg:contents lg:col-start-2 lg:row-span-3 lg:row-start-1 lg:border-l lg:border-line print:!flex print:border-0"
      >
        <TabList
          label="Parts of the review"
          className="flex gap-1 border-b border-line px-2 max-[380px]:gap-0 max-lg:sticky max-lg:top-(--room-header,0px) max-lg:z-10 max-lg:bg-canvas lg:h-12 lg:px-4 lg:max-xl:gap-0 lg:max-xl:px-4.5 print:hidden max-lg:low:static"
          tabs={PANELS.map((name) => ({
            name,
            className: triggerClass(name, panel),
            // On a wide screen the transcript has no tab, so that the one beside it is where Tab comes to.
            isReached: name === panel || (panel === 'transcript' && name === 'summary'),
            title: (
              <>
                {TITLES[name]}
                {name === 'notes' && written > 0 && (
                  <span className="ml-1 text-muted numeric max-[380px]:sr-only">{written}</span>
                )}
              </>
            ),
          }))}
          chosen={isWide && panel === 'transcript' ? 'summary' : panel}
          onChoose={choose}
        />
        {(['summary', 'scores', 'questions', 'notes'] as const).map((name) => (
          <Panel key={name} name={name} className={`panel ${PRINT_ORDER[name]} ${panelVisibility(name, panel)}`}>
            <h2 className="mb-1 hidden font-semibold print:block">{TITLES[name]}</h2>
            {panels[name]}
          </Panel>
        ))}
        <NoticePlace at="panel" />
        <VoteBar heard={<AnswersHeard />} />
      </aside>
      <Panel
        name="transcript"
        tabIndex={-1}
        className={`min-h-0 flex-col max-lg:pb-[calc(var(--player-height,10rem)+4.5rem)] lg:col-start-1 lg:row-start-3 lg:flex print:hidden max-lg:low:pb-2 ${panel === 'transcript' ? 'flex' : 'hidden'}`}
      >
        {transcript}
      </Panel>
    </PlaybackRoot>
  )
}

/** On a phone its end can be scrolled to above what is docked there. */
function Panel(props: ComponentProps<typeof TabPanel>) {
  const { makesRoom } = useDock()
  return <TabPanel ref={makesRoom} {...props} />
}

function triggerClass(name: PanelName, panel: PanelName): string {
  const look = name === panel ? 'tab tab-chosen' : 'tab'
  if (name === 'transcript') return `${look} lg:hidden`
  return name === 'summary' && panel === 'transcript' ? `${look} lg:border-accent lg:text-ink` : look
}

function panelVisibility(name: PanelName, panel: PanelName): string {
  if (name === panel) return 'block max-lg:pb-[calc(var(--player-height,10rem)+4.5rem)] max-lg:low:pb-2'
  return name === 'summary' && panel === 'transcript' ? 'hidden lg:block' : 'hidden'
}
