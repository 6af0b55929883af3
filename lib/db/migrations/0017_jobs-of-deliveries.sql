ALTER TABLE "webhook_deliveries" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
INSERT INTO jobs (id, kind, key, payload, attempts, outcome, last_failure_code, created_at, ended_at)
SELECT id, 'webhooks.fetch_announced', interview_id, jsonb_build_object('interviewId', interview_id), tries,
  CASE outcome WHEN 'fetched' THEN 'done' ELSE 'failed' END, last_failure_code, received_at, received_at
FROM webhook_deliveries WHERE outcome IN ('fetched', 'given_up');--> statement-breakpoint
INSERT INTO jobs (id, kind, key, payload, attempts, last_failure_code, created_at)
SELECT DISTINCT ON (interview_id) id, 'webhooks.fetch_announced', interview_id,
  jsonb_build_object('interviewId', interview_id), tries, last_failure_code, received_at
FROM webhook_deliveries WHERE outcome IS NULL AND interview_id IS NOT NULL ORDER BY interview_id, received_at;--> statement-breakpoint
UPDATE webhook_deliveries SET job_id = id, outcome = NULL WHERE outcome IN ('fetched', 'given_up');--> statement-breakpoint
UPDATE webhook_deliveries AS waiting SET job_id = jobs.id FROM jobs
WHERE waiting.job_id IS NULL AND waiting.outcome IS NULL AND jobs.key = waiting.interview_id AND jobs.outcome IS NULL;
