CREATE TABLE "decline_reasons" (
	"flow_id" text PRIMARY KEY NOT NULL,
	"reasons" jsonb NOT NULL
);
