-- They come in Brotli or deflated: to look for more to pack took longer than all else that the database does to store one.
ALTER TABLE "ribbon_replies" ALTER COLUMN "body" SET STORAGE EXTERNAL;
