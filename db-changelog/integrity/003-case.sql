--liquibase formatted sql

--changeset collegium:integrity-020
-- A question that staff put to learners about their work.
CREATE TABLE integrity_case (
    id               UUID          NOT NULL PRIMARY KEY,
    run_id           UUID          NOT NULL,
    unit_key         VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    unit_title       VARCHAR(200)  NOT NULL,
    question_key     VARCHAR(80)   NOT NULL COLLATE ascii_bin COMMENT 'the part of the unit; empty for all of it',
    kind             VARCHAR(16)   NOT NULL COLLATE ascii_bin COMMENT 'PAIR or TRACE',
    concern          VARCHAR(2000) NOT NULL COMMENT 'what learners are told of it',
    second_person    BOOLEAN       NOT NULL COMMENT 'whether another must agree to a verdict',
    opened_by        UUID          NULL COMMENT 'person: who opened it; forgotten with the account',
    opened_at        DATETIME(6)   NOT NULL,
    statement_due_at DATETIME(6)   NOT NULL,
    INDEX integrity_case_run (run_id, opened_at),
    INDEX integrity_case_by (opened_by)
);
--rollback DROP TABLE integrity_case;

--changeset collegium:integrity-021
-- A learner whom a case concerns, with the evidence as it was when the case was opened.
CREATE TABLE integrity_party (
    id           UUID          NOT NULL PRIMARY KEY,
    case_id      UUID          NOT NULL,
    learner_id   UUID          NOT NULL COMMENT 'person: whom it concerns; the row goes with the account',
    place        INT           NOT NULL COMMENT 'first or second text',
    version      INT           NOT NULL COMMENT 'grows with each act, so that two people do not decide at once',
    state        VARCHAR(16)   NOT NULL COLLATE ascii_bin COMMENT 'OPEN, PROPOSED or DECIDED',
    evidence     LONGTEXT      NOT NULL COMMENT 'JSON',
    statement    TEXT          NULL COMMENT 'the latest; earlier ones are acts',
    statement_at DATETIME(6)   NULL,
    verdict      VARCHAR(20)   NULL COLLATE ascii_bin,
    reason       VARCHAR(2000) NULL,
    decided_by   UUID          NULL COMMENT 'person: who decided; forgotten with the account',
    decided_at   DATETIME(6)   NULL,
    CONSTRAINT integrity_party_case FOREIGN KEY (case_id) REFERENCES integrity_case (id) ON DELETE CASCADE,
    CONSTRAINT integrity_party_learner UNIQUE (case_id, learner_id),
    INDEX integrity_party_person (learner_id),
    INDEX integrity_party_by (decided_by)
);
--rollback DROP TABLE integrity_party;

--changeset collegium:integrity-022
-- What was done in cases, and who looked at them. Rows are only added.
CREATE TABLE integrity_act (
    id       UUID        NOT NULL PRIMARY KEY,
    case_id  UUID        NOT NULL,
    party_id UUID        NULL COMMENT 'null where it is about the whole case',
    kind     VARCHAR(16) NOT NULL COLLATE ascii_bin,
    done_by  UUID        NULL COMMENT 'person: who did it; forgotten with the account',
    done_at  DATETIME(6) NOT NULL,
    words    TEXT        NULL,
    CONSTRAINT integrity_act_case FOREIGN KEY (case_id) REFERENCES integrity_case (id) ON DELETE CASCADE,
    CONSTRAINT integrity_act_party FOREIGN KEY (party_id) REFERENCES integrity_party (id) ON DELETE CASCADE,
    INDEX integrity_act_order (case_id, done_at),
    INDEX integrity_act_by (done_by)
);
--rollback DROP TABLE integrity_act;
