--liquibase formatted sql

--changeset collegium:courses-016-derivation
-- Courses that were made from another one: from which, and which version of it they have taken in.
CREATE TABLE course_derivation (
    course_id        UUID          NOT NULL PRIMARY KEY,
    version          INT           NOT NULL,
    upstream_course  UUID          NOT NULL,
    upstream_version UUID          NOT NULL COMMENT 'the newest one that is in the draft',
    assessed         BOOLEAN       NOT NULL COMMENT 'whether quizzes and labs came with it',
    changes          VARCHAR(1000) NOT NULL COMMENT 'what its authors say they changed, for readers',
    derived_at       DATETIME(6)   NOT NULL,
    taken_at         DATETIME(6)   NOT NULL,
    INDEX course_derivation_upstream (upstream_course),
    CONSTRAINT course_derivation_course FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE,
    CONSTRAINT course_derivation_of FOREIGN KEY (upstream_version) REFERENCES course_version (id)
);
--rollback DROP TABLE course_derivation;

--changeset collegium:courses-016-decision
-- What authors chose where both sides changed the same thing, until it is taken. The name of a conflict follows from its
-- place and its texts, so a choice holds until one of them changes.
CREATE TABLE course_merge_decision (
    course_id  UUID        NOT NULL,
    conflict   VARCHAR(40) NOT NULL COLLATE ascii_bin,
    choice     VARCHAR(10) NOT NULL COLLATE ascii_bin,
    text       LONGTEXT    NULL COMMENT 'a text of one''s own; NULL for other choices',
    decided_at DATETIME(6) NOT NULL,
    PRIMARY KEY (course_id, conflict),
    CONSTRAINT course_merge_decision_course FOREIGN KEY (course_id) REFERENCES course_derivation (course_id) ON DELETE CASCADE
);
--rollback DROP TABLE course_merge_decision;

--changeset collegium:courses-016-offer
-- Which courses their partners let others take over with the keys of questions and the solutions of labs.
CREATE TABLE course_offer (
    course_id  UUID        NOT NULL PRIMARY KEY,
    offered_at DATETIME(6) NOT NULL,
    CONSTRAINT course_offer_course FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE
);
--rollback DROP TABLE course_offer;
