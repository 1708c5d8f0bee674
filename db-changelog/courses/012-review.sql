--liquibase formatted sql

--changeset collegium:courses-012
-- Who changed the draft of a course, and when last: whoever did so since the newest version does not review it.
CREATE TABLE course_contribution (
    course_id UUID        NOT NULL,
    person_id UUID        NOT NULL COMMENT 'person: who changed the draft; the row goes with the account',
    at        DATETIME(6) NOT NULL,
    PRIMARY KEY (course_id, person_id),
    INDEX course_contribution_person (person_id),
    CONSTRAINT course_contribution_course FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE
);
INSERT INTO course_contribution (course_id, person_id, at)
SELECT course_id, updated_by, updated_at FROM course_draft WHERE updated_by IS NOT NULL;
--rollback DROP TABLE course_contribution;

--changeset collegium:courses-013
-- Bodies of the alliance that review courses: its curriculum committee, working groups.
CREATE TABLE review_body (
    id   UUID         NOT NULL PRIMARY KEY,
    name VARCHAR(200) NOT NULL UNIQUE
);
CREATE TABLE review_body_member (
    body_id   UUID NOT NULL,
    person_id UUID NOT NULL COMMENT 'person: who is a member; the row goes with the account',
    PRIMARY KEY (body_id, person_id),
    INDEX review_body_member_person (person_id),
    CONSTRAINT review_body_member_body FOREIGN KEY (body_id) REFERENCES review_body (id) ON DELETE CASCADE
);
--rollback DROP TABLE review_body_member;
--rollback DROP TABLE review_body;

--changeset collegium:courses-014
-- The stages that courses of a partner go through; those of the alliance hold for every partner. They are stated for the partner,
-- or 00000000-0000-0000-0000-000000000000 for the alliance. Stages are a JSON list, read and written as a whole.
CREATE TABLE review_rules (
    stated_for UUID   NOT NULL PRIMARY KEY,
    version  INT      NOT NULL,
    required BOOLEAN  NOT NULL COMMENT 'whether nothing is published without them',
    stages   LONGTEXT NOT NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(stages))
);
--rollback DROP TABLE review_rules;

--changeset collegium:courses-015
-- A course before reviewers, from its first submission until it is published, declined or withdrawn.
CREATE TABLE course_review (
    id           UUID        NOT NULL PRIMARY KEY,
    course_id    UUID        NOT NULL,
    partner_id   UUID        NOT NULL,
    state        VARCHAR(16) NOT NULL COLLATE ascii_bin COMMENT 'OPEN, CHANGES, APPROVED, DECLINED, WITHDRAWN or PUBLISHED',
    round        INT         NOT NULL COMMENT 'the newest, from 1',
    stage        INT         NOT NULL COMMENT 'the one that it stands at, from 0',
    submitted_by UUID        NULL COMMENT 'person: who submitted it last; forgotten with the account',
    submitted_at DATETIME(6) NOT NULL,
    changed_at   DATETIME(6) NOT NULL,
    version_id   UUID        NULL COMMENT 'the version that was published with it',
    told_at      DATETIME(6) NOT NULL COMMENT 'until when the author was written to about comments',
    INDEX course_review_course (course_id, state),
    INDEX course_review_partner (partner_id, changed_at),
    INDEX course_review_state (state, changed_at),
    INDEX course_review_by (submitted_by),
    INDEX course_review_version (version_id),
    CONSTRAINT course_review_of FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE
);
CREATE TABLE course_review_stage (
    review_id  UUID         NOT NULL,
    place      INT          NOT NULL,
    partner_id UUID         NULL COMMENT 'whose people review; null for a body',
    body_id    UUID         NULL COMMENT 'whose members review; null for a partner',
    role       VARCHAR(24)  NOT NULL COLLATE ascii_bin COMMENT 'which of the partner''s people',
    name       VARCHAR(200) NOT NULL COMMENT 'of the partner or body when it was submitted',
    quorum     INT          NOT NULL,
    voted      BOOLEAN      NOT NULL,
    PRIMARY KEY (review_id, place),
    INDEX course_review_stage_partner (partner_id, role),
    INDEX course_review_stage_body (body_id),
    CONSTRAINT course_review_stage_of FOREIGN KEY (review_id) REFERENCES course_review (id) ON DELETE CASCADE
);
CREATE TABLE course_review_round (
    review_id     UUID          NOT NULL,
    number        INT           NOT NULL,
    manifest      LONGTEXT      NOT NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(manifest)),
    manifest_hash CHAR(64)      NOT NULL COLLATE ascii_bin,
    note          VARCHAR(4000) NOT NULL,
    submitted_by  UUID          NULL COMMENT 'person: who submitted it; forgotten with the account',
    submitted_at  DATETIME(6)   NOT NULL,
    PRIMARY KEY (review_id, number),
    INDEX course_review_round_by (submitted_by),
    CONSTRAINT course_review_round_of FOREIGN KEY (review_id) REFERENCES course_review (id) ON DELETE CASCADE
);
-- The files that a round's lessons show, for those who may see it.
CREATE TABLE course_review_file (
    review_id  UUID         NOT NULL,
    sha256     CHAR(64)     NOT NULL COLLATE ascii_bin,
    media_type VARCHAR(100) NOT NULL,
    PRIMARY KEY (sha256, review_id),
    INDEX course_review_file_review (review_id),
    CONSTRAINT course_review_file_of FOREIGN KEY (review_id) REFERENCES course_review (id) ON DELETE CASCADE
);
--rollback DROP TABLE course_review_file;
--rollback DROP TABLE course_review_round;
--rollback DROP TABLE course_review_stage;
--rollback DROP TABLE course_review;

--changeset collegium:courses-016
-- What reviewers decided, with their reasons; rows are only added. Nobody decides twice in a round.
CREATE TABLE course_review_decision (
    id         UUID          NOT NULL PRIMARY KEY,
    review_id  UUID          NOT NULL,
    round      INT           NOT NULL,
    stage      INT           NOT NULL,
    verdict    VARCHAR(8)    NOT NULL COLLATE ascii_bin COMMENT 'APPROVE, CHANGES, AGAINST or ABSTAIN',
    reason     VARCHAR(4000) NOT NULL,
    named      BOOLEAN       NOT NULL COMMENT 'whether the reviewer agreed to be named on the course page',
    decided_by UUID          NULL COMMENT 'person: who decided; forgotten with the account',
    decided_at DATETIME(6)   NOT NULL,
    CONSTRAINT course_review_decision_once UNIQUE (review_id, round, decided_by),
    INDEX course_review_decision_by (decided_by),
    CONSTRAINT course_review_decision_of FOREIGN KEY (review_id) REFERENCES course_review (id) ON DELETE CASCADE
);
--rollback DROP TABLE course_review_decision;

--changeset collegium:courses-017
-- What is said about a block of a unit, a unit, or the course; answers name what they answer.
CREATE TABLE course_review_comment (
    id          UUID          NOT NULL PRIMARY KEY,
    review_id   UUID          NOT NULL,
    answers     UUID          NULL,
    round       INT           NOT NULL COMMENT 'in which it was said',
    unit_key    VARCHAR(64)   NULL COLLATE ascii_bin COMMENT 'null for the course as a whole, and for answers',
    block       INT           NULL COMMENT 'which of the unit''s, from 0; null for the unit as a whole',
    block_text  VARCHAR(2000) NULL COMMENT 'the words of the block that it is about',
    block_hash  CHAR(64)      NULL COLLATE ascii_bin,
    outdated    BOOLEAN       NOT NULL COMMENT 'whether the block is gone',
    changed     BOOLEAN       NOT NULL COMMENT 'whether the block reads otherwise than when it was said',
    words       VARCHAR(4000) NOT NULL,
    said_by     UUID          NULL COMMENT 'person: who said it; forgotten with the account',
    said_at     DATETIME(6)   NOT NULL,
    resolved_by UUID          NULL COMMENT 'person: who resolved it; forgotten with the account',
    resolved_at DATETIME(6)   NULL,
    INDEX course_review_comment_order (review_id, said_at),
    INDEX course_review_comment_by (said_by),
    INDEX course_review_comment_resolved (resolved_by),
    CONSTRAINT course_review_comment_of FOREIGN KEY (review_id) REFERENCES course_review (id) ON DELETE CASCADE,
    CONSTRAINT course_review_comment_answers FOREIGN KEY (answers) REFERENCES course_review_comment (id) ON DELETE CASCADE
);
--rollback DROP TABLE course_review_comment;
