--liquibase formatted sql

--changeset collegium:courses-010
-- The course.yaml that an import brought, byte for byte, in the blob store: an export gives it back with its comments.
ALTER TABLE course_draft ADD COLUMN course_file CHAR(64) NULL COLLATE ascii_bin
    COMMENT 'SHA-256; NULL where it was imported before such files were kept' AFTER imported_hash;
ALTER TABLE course_version ADD COLUMN course_file CHAR(64) NULL COLLATE ascii_bin
    COMMENT 'SHA-256; NULL where it was imported before such files were kept' AFTER manifest_hash;
--rollback ALTER TABLE course_version DROP COLUMN course_file;
--rollback ALTER TABLE course_draft DROP COLUMN course_file;
