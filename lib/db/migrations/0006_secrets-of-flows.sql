CREATE TABLE "flow_webhooks" (
	"flow_id" text PRIMARY KEY NOT NULL,
	"secret" "bytea",
	"last_heard_at" timestamp with time zone
);
