DROP INDEX "interviews_by_candidate";--> statement-breakpoint
DROP INDEX "interviews_by_talk";--> statement-breakpoint
DROP INDEX "interviews_by_duration";--> statement-breakpoint
DROP INDEX "interviews_by_candidate_down";--> statement-breakpoint
DROP INDEX "interviews_by_talk_down";--> statement-breakpoint
DROP INDEX "interviews_by_duration_down";--> statement-breakpoint
CREATE INDEX "interviews_by_state" ON "interviews" USING btree (state COLLATE "C","id");--> statement-breakpoint
CREATE INDEX "interviews_by_recording" ON "interviews" USING btree (((has_audio::int + 2 * has_video::int)::float8),"id");--> statement-breakpoint
CREATE INDEX "interviews_by_candidate_up" ON "interviews" USING btree (coalesce(candidate_key COLLATE "C", E'\U0010FFFF'),"id");--> statement-breakpoint
CREATE INDEX "interviews_by_email_up" ON "interviews" USING btree (coalesce(left(candidate_email, 200) COLLATE "C", E'\U0010FFFF'),"id");--> statement-breakpoint
CREATE INDEX "interviews_by_email_down" ON "interviews" USING btree (coalesce(left(candidate_email, 200) COLLATE "C", ''),"id");--> statement-breakpoint
CREATE INDEX "interviews_by_talk_up" ON "interviews" USING btree (coalesce(talk, 'Infinity'::float8),"id");--> statement-breakpoint
CREATE INDEX "interviews_by_duration_up" ON "interviews" USING btree (coalesce(duration, 'Infinity'::float8),"id");--> statement-breakpoint
CREATE INDEX "interviews_by_candidate_down" ON "interviews" USING btree (coalesce(candidate_key COLLATE "C", ''),"id");--> statement-breakpoint
CREATE INDEX "interviews_by_talk_down" ON "interviews" USING btree (coalesce(talk, '-Infinity'::float8),"id");--> statement-breakpoint
CREATE INDEX "interviews_by_duration_down" ON "interviews" USING btree (coalesce(duration, '-Infinity'::float8),"id");