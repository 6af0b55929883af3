import { LANGUAGES, VOICES } from './voices'

/** The replies of Ribbon's description of April 2026 as JSON Schema; unlike there, no unknown key is let through. */
const text = { type: 'string' }
const number = { type: 'number' }
const optionalText = { type: ['string', 'null'] }
const optionalFlag = { type: ['boolean', 'null'] }
const score = { type: ['integer', 'null'] }

type Properties = Record<string, object>

function object(required: Properties, optional: Properties = {}) {
  const properties = { ...required, ...optional }
  return { type: 'object', properties, required: Object.keys(required), additionalProperties: false }
}

function list(items: object) {
  return { type: 'array', items }
}

const baseSegment = object({ content: text, role: text })
const segment = object({ content: text, role: text, words: list(object({ word: text, start: number, end: number })) })

const mapping = object({
  script_question: text,
  transcript_item_indices: list({ type: 'integer' }),
  start_timestamp: number,
  end_timestamp: number,
  transcript_items: list(baseSegment),
})

const scores = object(
  {},
  {
    communication: score,
    motivation: score,
    skills: score,
    language_vocabulary_and_expression: score,
    language_grammar_and_structure: score,
    language_fluency_and_pace: score,
    language_comprehension: score,
  },
)

const interviewData = object(
  { transcript: text, transcript_with_timestamp: list(segment), questions_to_transcript_mapping: list(mapping) },
  {
    audio_url: optionalText,
    video_url: optionalText,
    summary: optionalText,
    scores: { anyOf: [scores, { type: 'null' }] },
    interviewee_email_address: optionalText,
    interviewee_first_name: optionalText,
    interviewee_last_name: optionalText,
  },
)

const olderInterview = {
  interview_flow_id: text,
  interview_id: text,
  status: { enum: ['incomplete', 'completed'] },
  interview_data: { anyOf: [interviewData, { type: 'null' }] },
}

const flow = object(
  { interview_flow_id: text, team_id: text, org_name: text, title: text, questions: list(text) },
  {
    voice_id: { enum: [...VOICES, null] },
    language: { enum: [...LANGUAGES, null] },
    company_logo_url: optionalText,
    additional_info: optionalText,
    additional_instructions: optionalText,
    interview_type: { enum: ['recruitment', 'general', null] },
    is_video_enabled: optionalFlag,
    is_doc_upload_enabled: optionalFlag,
    redirect_url: optionalText,
    webhook_url: optionalText,
    webhook_secret_key: optionalText,
    intro: optionalText,
    outro: optionalText,
  },
)

const interview = object({ ...olderInterview, team_id: text })
/** As it was before February 2026, when interviews had no team. */
const interviewOfAnyAge = object(olderInterview, { team_id: text })

export const SCHEMAS = {
  ping: object({ message: text }),
  teams: object({ teams: list(object({ id: text, name: text, created_at: text })) }),
  teamMembers: object({ team_members: list(object({ id: text }, { email: optionalText, full_name: optionalText })) }),
  interview,
  interviewOfAnyAge,
  interviews: object({ interviews: list(interviewOfAnyAge) }),
  postedInterview: object({ interview_id: text, interview_link: text }, { hint: optionalText }),
  deletedInterview: object({ success: { type: 'boolean' } }),
  flow,
  flows: object({ interview_flows: list(flow) }),
  postedFlow: object({ interview_flow_id: text }),
  deletedFlow: object({ interview_flow_id: text, status: text, success: { type: 'boolean' } }),
  error: object({ code: { type: 'integer' }, status: text, message: text }),
  queryErrors: object({ code: { type: 'integer' }, status: text, errors: { type: 'object' } }),
  bodyErrors: object({ code: { type: 'integer' }, status: text, message: text, errors: { type: 'object' } }),
}
