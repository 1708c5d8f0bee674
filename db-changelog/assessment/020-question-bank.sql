--liquibase formatted sql

--changeset collegium:assessment-020
-- What a list shows of an item is read from its current version when that is saved.
CREATE TABLE bank_item (
    id             UUID          NOT NULL PRIMARY KEY,
    partner_id     UUID          NOT NULL,
    item_key       VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    course_key     VARCHAR(64)   NULL COLLATE ascii_bin COMMENT 'the course of the partner it was made for; its pictures are there',
    kind           VARCHAR(16)   NOT NULL COLLATE ascii_bin,
    title          VARCHAR(200)  NOT NULL COLLATE utf8mb4_uca1400_ai_ci COMMENT 'the first words of the question',
    words          VARCHAR(4000) NOT NULL COLLATE utf8mb4_uca1400_ai_ci COMMENT 'what a search looks at',
    difficulty     VARCHAR(16)   NULL COLLATE ascii_bin,
    current_number INT           NOT NULL,
    retired_at     DATETIME(6)   NULL,
    changed_at     DATETIME(6)   NOT NULL,
    CONSTRAINT bank_item_partner_key UNIQUE (partner_id, item_key),
    INDEX bank_item_changed_at (partner_id, changed_at)
);
--rollback DROP TABLE bank_item;

--changeset collegium:assessment-021
CREATE TABLE bank_item_word (
    item_id UUID        NOT NULL,
    what    VARCHAR(8)  NOT NULL COLLATE ascii_bin COMMENT 'TAG or SKILL',
    word    VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
    PRIMARY KEY (item_id, what, word),
    CONSTRAINT bank_item_word_item FOREIGN KEY (item_id) REFERENCES bank_item (id) ON DELETE CASCADE
);
--rollback DROP TABLE bank_item_word;

--changeset collegium:assessment-022
-- A version never changes. number counts from 1; two authors who save at once cannot both get the same.
CREATE TABLE bank_item_version (
    item_id   UUID         NOT NULL,
    number    INT          NOT NULL,
    content   LONGTEXT     NOT NULL COLLATE utf8mb4_bin COMMENT 'the question as YAML of the course format',
    sha256    CHAR(64)     NOT NULL COLLATE ascii_bin,
    author_id UUID         NULL COMMENT 'person: who saved it, for the partner''s staff; NULL when the platform did, and after erasure',
    saved_at  DATETIME(6)  NOT NULL,
    note      VARCHAR(300) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    PRIMARY KEY (item_id, number),
    INDEX bank_item_version_author (author_id),
    CONSTRAINT bank_item_version_item FOREIGN KEY (item_id) REFERENCES bank_item (id) ON DELETE CASCADE
);
--rollback DROP TABLE bank_item_version;

--changeset collegium:assessment-023
-- Statistics of a question read the attempts at the quiz files that hold it.
CREATE INDEX quiz_attempt_quiz ON quiz_attempt (quiz_sha256, submitted_at);
--rollback DROP INDEX quiz_attempt_quiz ON quiz_attempt;
