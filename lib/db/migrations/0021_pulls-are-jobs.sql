ALTER TABLE "jobs" ADD COLUMN "last_success_at" timestamp with time zone;--> statement-breakpoint
INSERT INTO jobs (kind, key, payload, run_at, attempts, last_success_at, last_failure_code, ended_at)
SELECT 'mirror.pull', 'recurring', '{}', next_pull_at, failures, last_success_at, last_failure_code,
  CASE WHEN last_failure_code IS NULL THEN last_success_at ELSE last_failure_at END
FROM mirrors;--> statement-breakpoint
DROP TABLE "mirrors" CASCADE;
