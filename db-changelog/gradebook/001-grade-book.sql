--liquibase formatted sql

--changeset collegium:gradebook-001
-- Scales of a partner; those that every partner has are in the code.
CREATE TABLE grade_scale (
    id         UUID         NOT NULL PRIMARY KEY,
    partner_id UUID         NOT NULL,
    name       VARCHAR(100) NOT NULL,
    kind       VARCHAR(16)  NOT NULL COLLATE ascii_bin,
    points     DOUBLE       NOT NULL COMMENT 'that stand for 100 %, where the kind has points',
    decimals   INT          NOT NULL,
    INDEX grade_scale_partner (partner_id, name)
);
CREATE TABLE grade_scale_step (
    scale_id UUID        NOT NULL,
    least    DOUBLE      NOT NULL COMMENT 'the percentage from which on it is given',
    label    VARCHAR(40) NOT NULL,
    PRIMARY KEY (scale_id, least),
    CONSTRAINT grade_scale_step_scale FOREIGN KEY (scale_id) REFERENCES grade_scale (id) ON DELETE CASCADE
);
--rollback DROP TABLE grade_scale_step;
--rollback DROP TABLE grade_scale;

--changeset collegium:gradebook-002
-- How a run is graded. A run without a row is graded by the usual rules.
CREATE TABLE grade_book (
    run_id             UUID        NOT NULL PRIMARY KEY,
    version            INT         NOT NULL,
    scale              VARCHAR(36) NOT NULL COLLATE ascii_bin COMMENT 'the word of a usual scale, or the id of one of the partner',
    missing            VARCHAR(16) NOT NULL COLLATE ascii_bin,
    late_percent       DOUBLE      NOT NULL COMMENT 'of what was earned, for each day that began',
    late_most          DOUBLE      NOT NULL,
    late_grace_minutes INT         NOT NULL,
    late_closes_days   INT         NULL COMMENT 'after so many days it earns nothing; null for never',
    changed_by         UUID        NULL COMMENT 'person: who set it last; forgotten with the account',
    changed_at         DATETIME(6) NOT NULL,
    INDEX grade_book_by (changed_by)
);
--rollback DROP TABLE grade_book;

--changeset collegium:gradebook-003
CREATE TABLE grade_category (
    run_id       UUID         NOT NULL,
    category_key VARCHAR(36)  NOT NULL COLLATE ascii_bin,
    position     INT          NOT NULL,
    name         VARCHAR(100) NOT NULL,
    weight       DOUBLE       NOT NULL,
    drop_lowest  INT          NOT NULL,
    PRIMARY KEY (run_id, category_key),
    CONSTRAINT grade_category_book FOREIGN KEY (run_id) REFERENCES grade_book (run_id) ON DELETE CASCADE
);
--rollback DROP TABLE grade_category;

--changeset collegium:gradebook-004
-- What is set for an entry, and the entries that are graded by hand. Units of the course without a row are as usual.
CREATE TABLE grade_entry (
    run_id             UUID         NOT NULL,
    entry_key          VARCHAR(64)  NOT NULL COLLATE ascii_bin COMMENT 'the key of the unit, or hand: and a UUID',
    position           INT          NOT NULL,
    title              VARCHAR(200) NULL COMMENT 'of entries by hand; null where the unit has it',
    category_key       VARCHAR(36)  NOT NULL COLLATE ascii_bin COMMENT 'empty for none',
    points             DOUBLE       NOT NULL,
    extra              BOOLEAN      NOT NULL,
    due_at             DATETIME(6)  NULL,
    late_percent       DOUBLE       NULL COMMENT 'null where the rule of the run holds',
    late_most          DOUBLE       NULL,
    late_grace_minutes INT          NULL,
    late_closes_days   INT          NULL,
    held               BOOLEAN      NOT NULL COMMENT 'kept from the learners until it is released',
    release_at         DATETIME(6)  NULL,
    told_at            DATETIME(6)  NULL COMMENT 'when all learners were told of the release; null while some are to be told',
    PRIMARY KEY (run_id, entry_key),
    INDEX grade_entry_release (told_at, release_at)
);
--rollback DROP TABLE grade_entry;

--changeset collegium:gradebook-005
-- What an instructor decided for one learner and one entry; the scores of quizzes and labs stay where they are.
CREATE TABLE grade_given (
    run_id     UUID         NOT NULL,
    entry_key  VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    learner_id UUID         NOT NULL COMMENT 'person: whose grade it is; the row goes with the account',
    score      DOUBLE       NULL COMMENT '0 to 1, in the place of what was earned; null where that stands',
    excused    BOOLEAN      NOT NULL,
    reason     VARCHAR(500) NOT NULL COMMENT 'that the learner reads; of score or excused',
    due_at     DATETIME(6)  NULL COMMENT 'an extension',
    due_reason VARCHAR(500) NOT NULL,
    given_by   UUID         NULL COMMENT 'person: who decided; forgotten with the account',
    given_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (run_id, learner_id, entry_key),
    INDEX grade_given_learner (learner_id),
    INDEX grade_given_by (given_by)
);
--rollback DROP TABLE grade_given;

--changeset collegium:gradebook-006
-- What was decided, one row for each time; never changed.
CREATE TABLE grade_change (
    id         UUID         NOT NULL PRIMARY KEY,
    run_id     UUID         NOT NULL,
    entry_key  VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    learner_id UUID         NOT NULL COMMENT 'person: whose grade it is; the row goes with the account',
    kind       VARCHAR(16)  NOT NULL COLLATE ascii_bin,
    score      DOUBLE       NULL COMMENT 'that was given, 0 to 1',
    due_at     DATETIME(6)  NULL COMMENT 'that was given',
    reason     VARCHAR(500) NOT NULL,
    changed_by UUID         NULL COMMENT 'person: who decided; forgotten with the account',
    changed_at DATETIME(6)  NOT NULL,
    INDEX grade_change_grade (run_id, learner_id, entry_key, changed_at),
    INDEX grade_change_learner (learner_id),
    INDEX grade_change_by (changed_by)
);
--rollback DROP TABLE grade_change;

--changeset collegium:gradebook-007
-- That a learner was told of the release of an entry, so that nobody is told twice.
CREATE TABLE grade_told (
    run_id     UUID        NOT NULL,
    entry_key  VARCHAR(64) NOT NULL COLLATE ascii_bin,
    learner_id UUID        NOT NULL COMMENT 'person: who was told; the row goes with the account',
    told_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (run_id, entry_key, learner_id),
    INDEX grade_told_learner (learner_id)
);
--rollback DROP TABLE grade_told;
