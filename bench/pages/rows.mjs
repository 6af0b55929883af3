/** What the baselines ask PostgreSQL for: one plain statement each, without session, scope or blindness. */

const LIST = `
  SELECT i.id, coalesce(i.candidate_name, 'Unnamed') AS name, i.candidate_email AS email, f.title AS flow, i.state,
    i.general_score AS score, i.talk, i.duration, i.first_seen_at AS seen, coalesce(sv.status, 'new') AS status,
    (SELECT count(*)::int FROM notes n WHERE n.interview_id = i.id AND n.deleted_at IS NULL) AS notes,
    (SELECT coalesce(jsonb_object_agg(vote, times), '{}') FROM (
      SELECT vote, count(*) AS times FROM votes v WHERE v.interview_id = i.id AND vote IS NOT NULL GROUP BY vote
    ) counted) AS votes
  FROM interviews i
  LEFT JOIN flows f ON f.id = i.flow_id
  LEFT JOIN statuses s ON s.interview_id = i.id
  LEFT JOIN status_versions sv ON sv.id = s.version_id
  ORDER BY i.first_seen_at DESC, i.id
  LIMIT 50`

const CANDIDATE = `
  SELECT i.id, coalesce(i.candidate_name, 'Unnamed') AS name, i.candidate_email AS email, f.title AS flow, i.state,
    i.general_score AS score, i.scores, i.duration, i.first_seen_at AS seen, t.summary, t.segments, t.questions,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('vote', v.vote, 'reason', v.reason, 'by', m.email)), '[]')
      FROM votes v JOIN members m ON m.id = v.member_id WHERE v.interview_id = i.id AND v.vote IS NOT NULL) AS votes
  FROM interviews i
  JOIN transcripts t ON t.interview_id = i.id
  LEFT JOIN flows f ON f.id = i.flow_id
  WHERE i.id = $1`

/** The newest fifty. */
export async function listRows(pool) {
  return (await pool.query({ name: 'list', text: LIST })).rows
}

/** One with its transcript; undefined where there is none. */
export async function candidateRow(pool, id) {
  return (await pool.query({ name: 'candidate', text: CANDIDATE, values: [id] })).rows[0]
}

/** As the pages write seconds: 3:07. */
export function clock(seconds) {
  if (seconds === null) return '–'
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** As the pages write an instant. */
export function day(instant) {
  return instant.toISOString().slice(0, 10)
}
