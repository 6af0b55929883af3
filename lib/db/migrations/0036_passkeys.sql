CREATE TABLE "spent_challenges" (
	"challenge" text PRIMARY KEY NOT NULL,
	"spent_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credentials" DROP CONSTRAINT "credentials_have_what_their_kind_needs";--> statement-breakpoint
ALTER TABLE "credentials" ADD COLUMN "public_key" "bytea";--> statement-breakpoint
ALTER TABLE "credentials" ADD COLUMN "sign_count" bigint;--> statement-breakpoint
ALTER TABLE "credentials" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "credentials" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "installations" ADD COLUMN "passkeys_required_of" text DEFAULT 'nobody' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "begun_with" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_begun_with_credentials_id_fk" FOREIGN KEY ("begun_with") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_begun_with" ON "sessions" USING btree ("begun_with");--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_have_what_their_kind_needs" CHECK ((kind = 'password') = (password_hash IS NOT NULL) AND (kind = 'oidc') = (issuer IS NOT NULL)
        AND (kind = 'oidc') = (subject IS NOT NULL) AND (kind = 'passkey') = (passkey_id IS NOT NULL)
        AND (kind = 'passkey') = (public_key IS NOT NULL) AND (kind = 'passkey') = (sign_count IS NOT NULL)
        AND (kind = 'passkey') = (name IS NOT NULL) AND (kind = 'passkey' OR last_used_at IS NULL));