--liquibase formatted sql

--changeset collegium:integrity-010
-- Comparing the texts of a quiz or lab of a run. The latest of each is kept.
CREATE TABLE integrity_comparison (
    id          UUID         NOT NULL PRIMARY KEY,
    run_id      UUID         NOT NULL,
    unit_key    VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    state       VARCHAR(16)  NOT NULL COLLATE ascii_bin,
    parts_done  INT          NOT NULL,
    parts_of    INT          NOT NULL COMMENT '0 until they are known',
    texts       INT          NOT NULL,
    begun_by    UUID         NULL COMMENT 'person: who had it done; forgotten with the account',
    begun_at    DATETIME(6)  NOT NULL,
    ended_at    DATETIME(6)  NULL,
    CONSTRAINT integrity_comparison_unit UNIQUE (run_id, unit_key),
    INDEX integrity_comparison_by (begun_by)
);
--rollback DROP TABLE integrity_comparison;

--changeset collegium:integrity-011
-- Two texts that have much in common; the texts themselves stay where they are.
CREATE TABLE integrity_pair (
    id            UUID        NOT NULL PRIMARY KEY,
    comparison_id UUID        NOT NULL,
    part_key      VARCHAR(80) NOT NULL COLLATE ascii_bin,
    left_id       UUID        NOT NULL COMMENT 'the attempt or submission',
    right_id      UUID        NOT NULL COMMENT 'the attempt or submission',
    left_learner  UUID        NOT NULL COMMENT 'person: whose text; the row goes with the account',
    right_learner UUID        NOT NULL COMMENT 'person: whose text; the row goes with the account',
    share         DOUBLE      NOT NULL COMMENT '0 to 1',
    CONSTRAINT integrity_pair_texts UNIQUE (comparison_id, part_key, left_id, right_id),
    CONSTRAINT integrity_pair_comparison FOREIGN KEY (comparison_id) REFERENCES integrity_comparison (id) ON DELETE CASCADE,
    INDEX integrity_pair_order (comparison_id, share),
    INDEX integrity_pair_left (left_learner),
    INDEX integrity_pair_right (right_learner)
);
--rollback DROP TABLE integrity_pair;
