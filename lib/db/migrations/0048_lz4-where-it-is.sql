-- Packed and unpacked in a fraction of the time. What is stored already stays as it is until it is written anew; a server that was
-- built without, and the embedded database, go on as before.
DO $$ BEGIN
  IF (SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression') THEN
    ALTER TABLE "interviews" ALTER COLUMN "lexemes" SET COMPRESSION lz4;
    ALTER TABLE "transcripts" ALTER COLUMN "segments" SET COMPRESSION lz4, ALTER COLUMN "words" SET COMPRESSION lz4,
      ALTER COLUMN "questions" SET COMPRESSION lz4, ALTER COLUMN "summary" SET COMPRESSION lz4;
    ALTER TABLE "interview_texts" ALTER COLUMN "said" SET COMPRESSION lz4, ALTER COLUMN "asked" SET COMPRESSION lz4,
      ALTER COLUMN "about" SET COMPRESSION lz4, ALTER COLUMN "summary" SET COMPRESSION lz4;
  END IF;
END $$;
