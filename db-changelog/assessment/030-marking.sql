--liquibase formatted sql

--changeset collegium:assessment-030
-- Answers that a person marks, one row each from the end of the attempt on. While somebody has one open, it is claimed, so that no two
-- mark it by accident; a claim lapses.
CREATE TABLE quiz_marking (
    id            UUID        NOT NULL PRIMARY KEY,
    attempt_id    UUID        NOT NULL,
    question_key  VARCHAR(64) NOT NULL COLLATE ascii_bin,
    run_id        UUID        NOT NULL,
    unit_key      VARCHAR(64) NOT NULL COLLATE ascii_bin,
    submitted_at  DATETIME(6) NOT NULL,
    state         VARCHAR(16) NOT NULL COLLATE ascii_bin COMMENT 'WAITING, SECOND, MODERATION, MARKED',
    second_wanted BOOLEAN     NULL COMMENT 'null until the first mark is given',
    points        DOUBLE      NULL COMMENT 'what counts; null until it is marked',
    claimed_by    UUID        NULL COMMENT 'person: who has it open; forgotten with the account',
    claimed_until DATETIME(6) NULL,
    CONSTRAINT quiz_marking_answer UNIQUE (attempt_id, question_key),
    INDEX quiz_marking_waiting (run_id, unit_key, question_key, state, submitted_at, id),
    INDEX quiz_marking_claimed (claimed_by),
    CONSTRAINT quiz_marking_attempt FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE
);
--rollback DROP TABLE quiz_marking;

--changeset collegium:assessment-031
-- Marks, of which none is ever changed: another one takes its place. Those that are in force have no end.
CREATE TABLE quiz_mark (
    id         UUID          NOT NULL PRIMARY KEY,
    marking_id UUID          NOT NULL,
    part       VARCHAR(16)   NOT NULL COLLATE ascii_bin COMMENT 'FIRST, SECOND, MODERATION',
    marker_id  UUID          NULL COMMENT 'person: who gave it; forgotten with the account',
    points     DOUBLE        NOT NULL,
    levels     JSON          NOT NULL COMMENT 'keys of levels by criterion',
    comment    TEXT          NOT NULL COMMENT 'for the learner, Markdown; may be empty',
    reason     VARCHAR(1000) NOT NULL COMMENT 'of a moderation; else empty',
    given_at   DATETIME(6)   NOT NULL,
    ended_at   DATETIME(6)   NULL,
    INDEX quiz_mark_marking (marking_id, ended_at),
    INDEX quiz_mark_marker (marker_id),
    CONSTRAINT quiz_mark_of FOREIGN KEY (marking_id) REFERENCES quiz_marking (id) ON DELETE CASCADE
);
--rollback DROP TABLE quiz_mark;

--changeset collegium:assessment-032
-- How the answers to a quiz of a run are marked; without a row as usual.
CREATE TABLE quiz_marking_setting (
    run_id            UUID        NOT NULL,
    unit_key          VARCHAR(64) NOT NULL COLLATE ascii_bin,
    anonymous         BOOLEAN     NOT NULL COMMENT 'whether markers see no names',
    second_percent    INT         NOT NULL COMMENT 'of answers that are marked twice, 0 to 100',
    differing_percent INT         NOT NULL COMMENT 'of the points of the question; two marks that differ by more are moderated',
    step              DOUBLE      NOT NULL COMMENT 'points are multiples of it',
    changed_by        UUID        NULL COMMENT 'person: who set it last; forgotten with the account',
    changed_at        DATETIME(6) NOT NULL,
    PRIMARY KEY (run_id, unit_key),
    INDEX quiz_marking_setting_by (changed_by)
);
--rollback DROP TABLE quiz_marking_setting;

--changeset collegium:assessment-033
-- What a marker says more than once, kept to be used again.
CREATE TABLE quiz_kept_comment (
    id         UUID        NOT NULL PRIMARY KEY,
    marker_id  UUID        NOT NULL COMMENT 'person: who keeps it; the row goes with the account',
    partner_id UUID        NOT NULL,
    shared     BOOLEAN     NOT NULL COMMENT 'whether the other markers of the partner may use it',
    text       TEXT        NOT NULL,
    kept_at    DATETIME(6) NOT NULL,
    INDEX quiz_kept_comment_marker (marker_id),
    INDEX quiz_kept_comment_partner (partner_id, shared)
);
--rollback DROP TABLE quiz_kept_comment;
