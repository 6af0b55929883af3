import { CircleAlert, CircleCheck, LoaderCircle } from '../ui/icons'
import type { ReactNode } from 'react'
import type { Connection } from '@/lib/connection/connection'
import { doubtWords } from './doubt-words'
import { readingWords } from './reading-words'
import { howMany } from '../how-many'
import { SecondsAgo } from './seconds-ago'

/** `isCurrent`: the server could be asked just now. */
type Props = { connection: Connection; now: number; isCurrent: boolean }

/** Whether everything is here: said only when nothing leaves it open. */
export function EverythingHere({ connection, now, isCurrent }: Props) {
  const { doubts, reading, comparedAt } = connection
  const others = doubts.filter((doubt) => doubt !== 'reading')
  if (doubts.length === 0 && isCurrent) {
    return (
      <Headline icon={<CircleCheck size={20} className="mt-0.5 text-good" />} title="Everything is here.">
        <Listed connection={connection} />
        {comparedAt && (
          <>
            , compared <SecondsAgo at={comparedAt} now={now} />.
          </>
        )}
      </Headline>
    )
  }
  if (others.length === 0 && isCurrent) {
    return (
      <Headline
        icon={<LoaderCircle size={20} className="mt-0.5 text-accent" />}
        title="Reading everything for the first time."
      >
        {readingWords(reading)} You can leave: it goes on by itself, and what has been read can be reviewed already.
      </Headline>
    )
  }
  return (
    <Headline
      icon={<CircleAlert size={20} className="mt-0.5 text-warn" />}
      title={isCurrent ? titleOf(connection) : UNSURE}
    >
      {reading ? readingWords(reading) : <Listed connection={connection} />}
      {comparedAt ? (
        <>
          {reading ? ' Last' : '; last'} complete comparison <SecondsAgo at={comparedAt} now={now} />.
        </>
      ) : (
        !reading && '.'
      )}
      <ul className="pt-1">
        {!isCurrent && <li className="text-ink">This page could not ask how it stands; it goes on trying.</li>}
        {others.map((doubt) => (
          <li key={doubt} className="text-ink">
            {doubtWords(doubt, connection)}
          </li>
        ))}
      </ul>
    </Headline>
  )
}

/** What is known to be missing leaves nothing open but itself. */
function titleOf({ doubts }: Connection): string {
  const isKnown = doubts.every((doubt) => doubt === 'unreadable' || doubt === 'announced')
  return isKnown ? 'Not everything is here.' : UNSURE
}
const UNSURE = 'Not sure that everything is here.'

function Listed({ connection: { here, listed } }: { connection: Connection }) {
  return (
    <span className="numeric">
      {here.toLocaleString('en-US')} of {howMany(listed, 'interview')} that Ribbon lists
    </span>
  )
}

function Headline({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby="everything-here" className="mt-4 flex gap-3">
      {icon}
      <div className="min-w-0 text-sm text-muted">
        <div role="status">
          <h2 id="everything-here" className="text-base font-semibold text-ink">
            {title}
          </h2>
        </div>
        {children}
      </div>
    </section>
  )
}
