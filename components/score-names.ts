import type { ScoreName } from '@/lib/assessment/scores'

export const SCORE_LABELS: Record<ScoreName, string> = {
  communication: 'Communication',
  motivation: 'Motivation',
  skills: 'Skills',
  vocabulary: 'Vocabulary',
  grammar: 'Grammar',
  fluency: 'Fluency',
  comprehension: 'Comprehension',
}
