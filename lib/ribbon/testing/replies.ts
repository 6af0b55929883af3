/** A segment whose tokens joined with nothing give its content, each lasting 0.4 of its half second. */
export function segment(role: string, start: number, ...tokens: string[]) {
  const words = tokens.map((word, index) => ({ word, start: start + index / 2, end: start + index / 2 + 0.4 }))
  return { content: tokens.join(''), role, words }
}

/** As Ribbon sends a finished interview in April 2026: barge-in, a segment that starts before the one before it, an unknown key. */
export function completedInterview() {
  return {
    interview_id: 'e48f2a8f-e235-4e4c-b5f9-b2114d684bdc',
    interview_flow_id: 'f6298c77',
    team_id: 'team-1',
    status: 'completed',
    a_key_of_tomorrow: true,
    interview_data: {
      transcript:
        'Agent: Hi, Jane.\nUser: Hello there.\nAgent: What’s your experience?\nUser: I ran the night shift.\n',
      transcript_with_timestamp: [
        segment('agent', 1.261105224609375, 'Hi, ', 'Jane.'),
        segment('user', 2, 'Hello ', 'there.'),
        segment('agent', 1.9, 'What’s ', 'your ', 'experience?'),
        segment('user', 10, 'I', ' ran', ' the', ' night', ' shift.'),
      ],
      questions_to_transcript_mapping: [
        {
          script_question: 'What is your experience?',
          transcript_item_indices: [2, 3],
          start_timestamp: 1.9,
          end_timestamp: 12.4,
          transcript_items: [],
        },
      ],
      audio_url: 'https://cdn.example.com/recording.wav',
      video_url: null,
      summary: 'Jane ran a night shift.',
      scores: {
        communication: 4,
        motivation: 5,
        skills: null,
        language_vocabulary_and_expression: 3,
        language_grammar_and_structure: 4,
        language_fluency_and_pace: 5,
        language_comprehension: null,
      },
      interviewee_email_address: ' Jane@Example.com ',
      interviewee_first_name: 'Jane',
      interviewee_last_name: 'Doe',
    },
  }
}

export function flow() {
  return {
    interview_flow_id: 'f6298c77',
    team_id: 'team-1',
    org_name: 'Corner Market',
    title: 'Produce stocker',
    questions: ['What is your experience?'],
    voice_id: 'a-voice-of-tomorrow',
    language: 'en-US',
    is_video_enabled: true,
    webhook_url: 'https://example.com/hook',
    webhook_secret_key: 'hush-hush',
  }
}
