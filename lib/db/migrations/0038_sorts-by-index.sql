CREATE INDEX "interviews_first_seen_up" ON "interviews" USING btree ("first_seen_at","id");--> statement-breakpoint
CREATE INDEX "interviews_by_candidate" ON "interviews" USING btree (candidate_key COLLATE "C","id");--> statement-breakpoint
CREATE INDEX "interviews_by_candidate_down" ON "interviews" USING btree (candidate_key COLLATE "C" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "interviews_by_talk" ON "interviews" USING btree ("talk","id");--> statement-breakpoint
CREATE INDEX "interviews_by_talk_down" ON "interviews" USING btree ("talk" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "interviews_by_duration" ON "interviews" USING btree ("duration","id");--> statement-breakpoint
CREATE INDEX "interviews_by_duration_down" ON "interviews" USING btree ("duration" DESC NULLS LAST,"id");