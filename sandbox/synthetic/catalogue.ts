import type { Interview, InterviewData, InterviewFlow, InterviewStatus } from '../wire'
import { firstAttempt, isOneOfSeveral } from './attempts'
import { withGaps } from './gaps'
import { type Recipe, writeInterviewData } from './interview-data'
import { Random } from './random'
import { syntheticId, syntheticIndex } from './synthetic-id'

const FEWEST_WORDS = 1_500
const MOST_WORDS = 20_000
/** The higher, the more of the interviews are short. */
const SKEW = 4

type State = 'finished' | 'processing' | 'just ended' | 'not taken'

/** What is known of an interview without writing it. */
export type Heading = { id: string; status: InterviewStatus; teamId: string }

type Draft = { recipe: Recipe; state: State }

export type SyntheticOptions = { count: number; seed: number; flows: readonly InterviewFlow[] }

/** Any number of interviews that exist only while somebody reads them; each depends on seed and index alone. */
export class SyntheticInterviews {
  private readonly options: SyntheticOptions

  /** Flows in English come first and so get most of the interviews. */
  constructor(options: SyntheticOptions) {
    const flows = [...options.flows].sort((a, b) => Number(isEnglish(b)) - Number(isEnglish(a)))
    this.options = { ...options, flows }
  }

  headings(): Heading[] {
    return Array.from({ length: this.options.count }, (_, index) => {
      const { recipe, state } = this.draft(index)
      return { id: recipe.id, status: statusOf(state), teamId: recipe.flow.team_id }
    })
  }

  find(id: string): Interview | null {
    const index = syntheticIndex(this.options.seed, id)
    if (index === null || index >= this.options.count) return null
    const { recipe, state } = this.draft(index)
    return {
      interview_flow_id: recipe.flow.interview_flow_id,
      interview_id: id,
      team_id: recipe.flow.team_id,
      status: statusOf(state),
      interview_data: dataIn(state, recipe),
    }
  }

  private draft(index: number): Draft {
    const { seed, flows } = this.options
    const random = new Random(`draft ${seed} ${index}`)
    const wordCount = Math.floor(FEWEST_WORDS + (MOST_WORDS - FEWEST_WORDS) * random.next() ** SKEW)
    const drawn = random.pickByRank(flows)
    const state = drawState(random)
    const id = syntheticId(seed, index)
    const first = firstAttempt(seed, index)
    const flow = first === index ? drawn : this.draft(first).recipe.flow
    const candidate = isOneOfSeveral(seed, index) ? `candidate ${seed} ${first}` : null
    return { recipe: { id, seed: `words ${seed} ${index}`, flow, wordCount, candidate }, state }
  }
}

function isEnglish({ language }: InterviewFlow) {
  return language?.startsWith('en') ?? true
}

function drawState(random: Random): State {
  const draw = random.next()
  if (draw < 0.05) return 'not taken'
  if (draw < 0.08) return 'processing'
  return draw < 0.09 ? 'just ended' : 'finished'
}

function statusOf(state: State): InterviewStatus {
  return state === 'not taken' || state === 'processing' ? 'incomplete' : 'completed'
}

function dataIn(state: State, recipe: Recipe): InterviewData | null {
  if (state === 'not taken') return null
  const data = withGaps(new Random(`gaps ${recipe.seed}`), writeInterviewData(recipe))
  if (state === 'finished') return data
  const unprocessed = { ...data, questions_to_transcript_mapping: [], summary: null, scores: null }
  if (state === 'processing') return unprocessed
  return { ...unprocessed, audio_url: null, transcript: '', transcript_with_timestamp: [] }
}
