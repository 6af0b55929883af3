import type { Speaker } from '../../transcript/transcript'
import { compactWords } from '../../transcript/words'
import { takePlace } from '../../mirror/store/order'
import { storeFlows } from '../../mirror/store/flows'
import { storeInterview } from '../../mirror/store/interview'
import type { Indexing } from '../../mirror/store/write-interview'
import { ribbonInterviewWith } from '../../interviews/testing/values'
import { interviewId, type InterviewId } from '../../interviews/interview-id'
import type { RibbonFlow } from '../../ribbon/flow'
import type { RibbonInterview } from '../../ribbon/interview'

/** Ribbon says so now. */
export async function arrives(interview: RibbonInterview, reply: unknown = null, indexing?: Indexing): Promise<void> {
  await storeInterview({ id: interview.id, interview, reply, asked: await takePlace() }, indexing)
}

/** What is said when each word takes a second. */
export function givenTalk(lines: [Speaker, string][]): Pick<RibbonInterview, 'segments' | 'words'> {
  let second = 0
  const words = lines.map(([, text]) =>
    Array.from(text.matchAll(/\S+/g), ({ index, 0: word }) => {
      const start = second++
      return { from: index, to: index + word.length, start, end: start + 1 }
    }),
  )
  const segments = lines.map(([speaker, text], index) => {
    return { speaker, text, start: words[index]?.[0]?.start ?? null, end: words[index]?.at(-1)?.end ?? null }
  })
  return { segments, words: compactWords(words) }
}

/** One of a first pull, which is indexed later. */
export async function givenToCome(given: Partial<RibbonInterview> = {}): Promise<GivenInterview> {
  const interview = ribbonInterviewWith(given)
  await arrives(interview, null, 'later')
  return { ...interview, id: asId(interview.id) }
}

/** Its id is as a route hands it over. */
export async function givenInterview(given: Partial<RibbonInterview> = {}): Promise<GivenInterview> {
  const interview = ribbonInterviewWith(given)
  await arrives(interview)
  return { ...interview, id: asId(interview.id) }
}

export type GivenInterview = RibbonInterview & { id: InterviewId }

/** A flow of its own, with the id that interviews name. */
export async function givenFlow(given: Partial<RibbonFlow> = {}): Promise<RibbonFlow> {
  const flow: RibbonFlow = {
    id: crypto.randomUUID(),
    teamId: 'team_a',
    title: 'Produce stocker',
    orgName: null,
    questions: [],
    language: 'en-US',
    hasVideo: false,
    ...given,
  }
  await storeFlows([{ ...flow, asked: await takePlace() }])
  return flow
}

/** As a route hands it over. */
export function asId(id: string): InterviewId {
  return interviewId.parse(id)
}
