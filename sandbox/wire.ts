/** The objects of Ribbon's API as they travel; null and absent both occur for everything optional. */
export type Team = { id: string; name: string; created_at: string }

export type TeamMember = { id: string; email: string | null; full_name: string | null }

export type InterviewFlow = {
  interview_flow_id: string
  team_id: string
  org_name: string
  title: string
  questions: string[]
  voice_id: string | null
  language: string | null
  company_logo_url: string | null
  additional_info: string | null
  additional_instructions: string | null
  interview_type: string | null
  is_video_enabled: boolean | null
  is_doc_upload_enabled: boolean | null
  redirect_url: string | null
  webhook_url: string | null
  webhook_secret_key: string | null
  intro: string | null
  outro: string | null
}

export type Word = { word: string; start: number; end: number }

export type Segment = { content: string; role: string; words: Word[] }

export type QuestionMapping = {
  script_question: string
  transcript_item_indices: number[]
  start_timestamp: number
  end_timestamp: number
  transcript_items: { content: string; role: string }[]
}

export type Scores = Record<string, number | null>

export type Interviewee = {
  interviewee_email_address?: string | null
  interviewee_first_name?: string | null
  interviewee_last_name?: string | null
}

export type InterviewData = Interviewee & {
  transcript: string
  transcript_with_timestamp: Segment[]
  questions_to_transcript_mapping: QuestionMapping[]
  audio_url?: string | null
  video_url?: string | null
  summary?: string | null
  scores?: Scores | null
}

export type InterviewStatus = 'incomplete' | 'completed'

/** `team_id` did not exist before February 2026, so some samples lack it. */
export type Interview = {
  interview_flow_id: string
  interview_id: string
  team_id?: string
  status: InterviewStatus
  interview_data: InterviewData | null
}
