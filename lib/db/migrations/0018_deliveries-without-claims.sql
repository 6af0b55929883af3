DROP INDEX "webhook_deliveries_waiting";--> statement-breakpoint
DROP INDEX "webhook_deliveries_due";--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_deliveries_once" ON "webhook_deliveries" USING btree ("job_id","digest");--> statement-breakpoint
ALTER TABLE "webhook_deliveries" DROP COLUMN "tries";--> statement-breakpoint
ALTER TABLE "webhook_deliveries" DROP COLUMN "due_at";--> statement-breakpoint
ALTER TABLE "webhook_deliveries" DROP COLUMN "last_failure_code";