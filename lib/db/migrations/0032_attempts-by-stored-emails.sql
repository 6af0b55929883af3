DROP INDEX "interviews_attempts";--> statement-breakpoint
CREATE INDEX "interviews_attempts" ON "interviews" USING btree ("flow_id",coalesce('email ' || md5(candidate_email), 'id ' || id));