--liquibase formatted sql

--changeset collegium:courses-016-translation
-- Of each unit of a language variant the content of its source that was last looked at: where the source has another one
-- now, the translation is out of date.
CREATE TABLE course_translation (
    course_id UUID        NOT NULL,
    unit_key  VARCHAR(64) NOT NULL COLLATE ascii_bin,
    source    CHAR(64)    NOT NULL COLLATE ascii_bin COMMENT 'SHA-256 of the file of the unit in the source',
    seen_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (course_id, unit_key),
    CONSTRAINT course_translation_course FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE
);
--rollback DROP TABLE course_translation;
