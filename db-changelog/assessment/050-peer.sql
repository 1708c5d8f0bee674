--liquibase formatted sql

--changeset collegium:assessment-050
-- That learners review each other's answers to a question in a run. The phase moves on by itself when its time has come.
CREATE TABLE peer_task (
    id             UUID        NOT NULL PRIMARY KEY,
    run_id         UUID        NOT NULL,
    unit_key       VARCHAR(64) NOT NULL COLLATE ascii_bin,
    question_key   VARCHAR(64) NOT NULL COLLATE ascii_bin,
    reviews        INT         NOT NULL COMMENT 'that each gives and gets',
    submit_by      DATETIME(6) NOT NULL,
    review_by      DATETIME(6) NOT NULL,
    self_by        DATETIME(6) NULL COMMENT 'null where nobody reviews their own',
    reward_percent INT         NOT NULL COMMENT 'of the points, for whoever gave all of their reviews',
    phase          VARCHAR(16) NOT NULL COLLATE ascii_bin,
    seed           BIGINT      NOT NULL COMMENT 'who reviews whom',
    changed_by     UUID        NULL COMMENT 'person: who set it last; forgotten with the account',
    changed_at     DATETIME(6) NOT NULL,
    CONSTRAINT peer_task_question UNIQUE (run_id, unit_key, question_key),
    INDEX peer_task_phase (phase),
    INDEX peer_task_by (changed_by)
);
--rollback DROP TABLE peer_task;

--changeset collegium:assessment-051
-- Answers that the teacher has marked, on which reviewers practise first.
CREATE TABLE peer_example (
    id      UUID          NOT NULL PRIMARY KEY,
    task_id UUID          NOT NULL,
    number  INT           NOT NULL,
    text    LONGTEXT      NOT NULL COLLATE utf8mb4_bin,
    levels  VARCHAR(4000) NOT NULL COLLATE ascii_bin COMMENT 'JSON: key of a level by key of its criterion',
    points  DOUBLE        NOT NULL,
    reason  VARCHAR(4000) NOT NULL COLLATE utf8mb4_bin,
    made_by UUID          NULL COMMENT 'person: who marked it; forgotten with the account',
    CONSTRAINT peer_example_number UNIQUE (task_id, number),
    INDEX peer_example_by (made_by),
    CONSTRAINT peer_example_task FOREIGN KEY (task_id) REFERENCES peer_task (id) ON DELETE CASCADE
);
--rollback DROP TABLE peer_example;

--changeset collegium:assessment-052
-- The answers that were handed in by the time; what is in them stays with the attempt.
CREATE TABLE peer_text (
    id         UUID        NOT NULL PRIMARY KEY,
    task_id    UUID        NOT NULL,
    learner_id UUID        NOT NULL COMMENT 'person: whose answer it is; the row goes with the account',
    attempt_id UUID        NOT NULL,
    share      DOUBLE      NULL COMMENT 'of the points, as its reviews say; null before, and without any',
    told       VARCHAR(16) NOT NULL COLLATE ascii_bin COMMENT 'the phase of which the learner had a mail',
    CONSTRAINT peer_text_learner UNIQUE (task_id, learner_id),
    INDEX peer_text_person (learner_id),
    CONSTRAINT peer_text_task FOREIGN KEY (task_id) REFERENCES peer_task (id) ON DELETE CASCADE,
    CONSTRAINT peer_text_attempt FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE
);
--rollback DROP TABLE peer_text;

--changeset collegium:assessment-053
-- One review of a text or of an example. Whoever reviews their own text reviews it as any other.
CREATE TABLE peer_review (
    id          UUID          NOT NULL PRIMARY KEY,
    task_id     UUID          NOT NULL,
    reviewer_id UUID          NULL COMMENT 'person: who reviews; a review that was given stays without them for whom it is, others go with the account',
    text_id     UUID          NULL,
    example_id  UUID          NULL,
    number      INT           NOT NULL COMMENT 'among those of the reviewer',
    levels      VARCHAR(4000) NOT NULL COLLATE ascii_bin COMMENT 'JSON: key of a level by key of its criterion',
    points      DOUBLE        NULL COMMENT 'null until they can be said',
    comment     LONGTEXT      NOT NULL COLLATE utf8mb4_bin,
    saved_at    DATETIME(6)   NULL,
    given_at    DATETIME(6)   NULL COMMENT 'when the reviewer handed it in; null before',
    CONSTRAINT peer_review_text_once UNIQUE (reviewer_id, text_id),
    CONSTRAINT peer_review_example_once UNIQUE (reviewer_id, example_id),
    INDEX peer_review_reviewer (task_id, reviewer_id),
    CONSTRAINT peer_review_task FOREIGN KEY (task_id) REFERENCES peer_task (id) ON DELETE CASCADE,
    CONSTRAINT peer_review_text FOREIGN KEY (text_id) REFERENCES peer_text (id) ON DELETE CASCADE,
    CONSTRAINT peer_review_example FOREIGN KEY (example_id) REFERENCES peer_example (id) ON DELETE CASCADE
);
--rollback DROP TABLE peer_review;
