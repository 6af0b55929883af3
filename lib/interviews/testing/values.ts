import { NO_SCORES, perScore } from '../../assessment/scores'
import type { RibbonInterview } from '../../ribbon/interview'
import { compactWords } from '../../transcript/words'
import type { InterviewRow } from '../interview'
import type { NumberRangeName } from '../list/filter-fields'

/** An interview as Ribbon's client hands it over, unlike any other unless said so. */
export function ribbonInterviewWith(given: Partial<RibbonInterview> = {}): RibbonInterview {
  return {
    id: crypto.randomUUID(),
    flowId: null,
    teamId: 'team_a',
    state: 'ready',
    candidate: { name: 'Grace Hopper', email: 'grace@example.com' },
    summary: 'She ran the night shift.',
    scores: NO_SCORES,
    generalScore: null,
    duration: 60,
    talk: 30,
    segments: [{ speaker: 'candidate', text: 'I ran the night shift.', start: 0, end: 2 }],
    words: compactWords([[{ from: 0, to: 22, start: 0, end: 2 }]]),
    questions: [],
    recordings: { audio: 'https://cdn.example.com/a.wav', video: null },
    ...given,
  }
}

/** A row as a list is told it. */
export function interviewRowWith(given: Partial<InterviewRow> = {}): InterviewRow {
  return {
    id: 'one',
    candidate: { name: 'Grace Hopper', email: null },
    flow: { id: 'flow', title: 'Engineers' },
    team: { id: null, name: null },
    state: 'ready',
    assessment: { is: 'shown', scores: NO_SCORES, generalScore: null },
    votes: { is: 'shown', counts: { strong_no_hire: 0, no_hire: 0, hire: 0, strong_hire: 0 }, mine: null },
    duration: 3,
    talk: 3,
    hasAudio: true,
    hasVideo: false,
    progress: 'new',
    noteCount: 0,
    status: 'new',
    statusSet: null,
    ribbonStatus: null,
    invalid: null,
    firstSeenAt: '2026-11-25T12:00:00.000Z',
    ...given,
  }
}

/** An interview that has this number there. */
export const WITH_NUMBER: Record<NumberRangeName, (value: number | null) => Partial<RibbonInterview>> = {
  score: (generalScore) => ({ generalScore }),
  ...perScore((name) => (value: number | null) => ({ scores: { ...NO_SCORES, [name]: value } })),
  duration: (duration) => ({ duration }),
  talk: (talk) => ({ talk }),
}
