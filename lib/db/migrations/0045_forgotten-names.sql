CREATE TABLE "forgotten_names" (
	"pseudonym" text PRIMARY KEY NOT NULL
);
