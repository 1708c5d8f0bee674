--liquibase formatted sql

--changeset collegium:learning-020
-- Results whose consequences wait until the learner may see them; looked at from time to time, and at once when a release was decided.
CREATE TABLE unreleased_result (
    learner_id UUID        NOT NULL COMMENT 'person: who learns; the row goes with the account',
    run_id     UUID        NOT NULL,
    unit_key   VARCHAR(64) NOT NULL COLLATE ascii_bin,
    look_at    DATETIME(6) NOT NULL COMMENT 'when it is looked at again whether it is released',
    PRIMARY KEY (learner_id, run_id, unit_key),
    INDEX unreleased_result_look (look_at)
);
--rollback DROP TABLE unreleased_result;
