import type { House } from '../samples'
import type { InterviewFlow } from '../wire'

const TEAM = '5e7d1b60-52c4-4d2f-8a3b-0c9f4e6a1d01'
const OTHER_TEAM = '9c3f8a27-7b16-4e90-b5d4-2f0e6c8b3a02'

const FLOWS: [id: string, teamId: string, language: string, title: string][] = [
  ['c1a5e001', TEAM, 'en-US', 'Warehouse associate'],
  ['c1a5e002', TEAM, 'en-US', 'Shift lead'],
  ['c1a5e003', OTHER_TEAM, 'es-419', 'Atención al cliente'],
  ['c1a5e004', OTHER_TEAM, 'de-DE', 'Lagerfachkraft'],
  ['c1a5e005', TEAM, 'fr-FR', 'Boulanger'],
  ['c1a5e006', OTHER_TEAM, 'ja-JP', 'フロント係'],
  ['c1a5e007', TEAM, 'ar-AE', 'أمين مستودع'],
]

const QUESTIONS = [
  'Tell me about the work you did last.',
  'What went wrong there, and what did you do about it?',
  'How do you learn something new at work?',
  'Tell me about a colleague you found difficult.',
  'When could you start, and which hours suit you?',
]

/** Teams and flows for the synthetic interviews when the samples are left out. */
export function syntheticHouse(): House {
  return {
    teams: [
      { id: TEAM, name: 'Operations', created_at: '2025-06-02T09:00:00.000Z' },
      { id: OTHER_TEAM, name: 'Service', created_at: '2025-10-14T09:00:00.000Z' },
    ],
    members: [
      {
        id: '6b2e9f14-8d07-4c35-9a61-e3f5b7d0c201',
        email: 'recruiter@example.com',
        full_name: 'Noor Hallström',
        team_ids: [TEAM, OTHER_TEAM],
      },
    ],
    flows: FLOWS.map(([id, teamId, language, title]) => syntheticFlow({ id, teamId, language, title })),
    interviews: [],
  }
}

type Outline = { id: string; teamId: string; language: string; title: string }

function syntheticFlow({ id, teamId, language, title }: Outline): InterviewFlow {
  return {
    interview_flow_id: id,
    team_id: teamId,
    org_name: 'Example Works',
    title,
    questions: QUESTIONS,
    voice_id: '11labs-Kate',
    language,
    company_logo_url: null,
    additional_info: null,
    additional_instructions: null,
    interview_type: 'recruitment',
    is_video_enabled: false,
    is_doc_upload_enabled: false,
    redirect_url: null,
    webhook_url: null,
    webhook_secret_key: null,
    intro: null,
    outro: null,
  }
}
