--liquibase formatted sql

--changeset collegium:enrolment-020-group
-- Named groups of the learners of a run.
CREATE TABLE run_group (
    id         UUID        NOT NULL PRIMARY KEY,
    run_id     UUID        NOT NULL,
    name       VARCHAR(80) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    created_at DATETIME(6) NOT NULL,
    CONSTRAINT run_group_name UNIQUE (run_id, name)
);
--rollback DROP TABLE run_group;

--changeset collegium:enrolment-020-member
CREATE TABLE run_group_member (
    group_id   UUID        NOT NULL,
    learner_id UUID        NOT NULL COMMENT 'person: who is in the group; the row goes when they leave the run, and with the account',
    added_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (group_id, learner_id),
    INDEX run_group_member_learner (learner_id),
    CONSTRAINT run_group_member_group FOREIGN KEY (group_id) REFERENCES run_group (id) ON DELETE CASCADE
);
--rollback DROP TABLE run_group_member;
