--liquibase formatted sql

--changeset collegium:credentials-001
-- The column live is 1 while the certificate is valid and NULL once it is revoked, so that the unique key allows one valid
-- certificate for a learner and a course beside any number of revoked ones.
CREATE TABLE certificate (
    id              UUID         NOT NULL PRIMARY KEY,
    version         INT          NOT NULL,
    code            CHAR(12)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    learner_id      UUID         NULL COMMENT 'person: whose achievement it is; forgotten with the account, the certificate stays',
    learner_name    VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL COMMENT 'person: the name as issued; emptied with the account',
    run_id          UUID         NOT NULL,
    course_id       UUID         NOT NULL,
    course_title    VARCHAR(500) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    course_version  INT          NOT NULL,
    partner_id      UUID         NOT NULL,
    partner_name    VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    partner_colour  CHAR(7)      NOT NULL,
    language        VARCHAR(35)  NOT NULL,
    evidence        LONGTEXT     NOT NULL,
    issued_at       DATETIME(6)  NOT NULL,
    issued_by       UUID         NULL COMMENT 'person: the registrar; forgotten with the account',
    revoked_at      DATETIME(6)  NULL,
    revoked_by      UUID         NULL COMMENT 'person: the registrar; forgotten with the account',
    revoked_reason  VARCHAR(500) NULL,
    live            TINYINT      NULL,
    CONSTRAINT certificate_code UNIQUE (code),
    CONSTRAINT certificate_once UNIQUE (learner_id, course_id, live),
    INDEX certificate_issued (issued_at, id),
    INDEX certificate_partner (partner_id, issued_at)
);
--rollback DROP TABLE certificate;

--changeset collegium:credentials-002
-- Who seems to have earned a certificate; judged anew when it is issued.
CREATE TABLE due_certificate (
    learner_id   UUID         NOT NULL COMMENT 'person: who is due; the row goes with the account',
    course_id    UUID         NOT NULL,
    run_id       UUID         NOT NULL,
    partner_id   UUID         NOT NULL,
    learner_name VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    course_title VARCHAR(500) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    partner_name VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    units        INT          NOT NULL,
    quizzes      INT          NOT NULL,
    mean_score   DOUBLE       NULL,
    since        DATETIME(6)  NOT NULL,
    PRIMARY KEY (learner_id, course_id),
    INDEX due_certificate_since (since, learner_id),
    INDEX due_certificate_partner (partner_id, since),
    INDEX due_certificate_course (course_id, since)
);
--rollback DROP TABLE due_certificate;

--changeset collegium:credentials-003
CREATE TABLE issuing (
    id          UUID        NOT NULL PRIMARY KEY,
    begun_by    UUID        NULL COMMENT 'person: the registrar; forgotten with the account',
    begun_at    DATETIME(6) NOT NULL,
    total       INT         NOT NULL,
    finished_at DATETIME(6) NULL,
    INDEX issuing_begun (begun_at)
);
--rollback DROP TABLE issuing;

--changeset collegium:credentials-004
CREATE TABLE issuing_item (
    issuing_id UUID        NOT NULL,
    learner_id UUID        NOT NULL COMMENT 'person: who is to get one; the row goes with the account',
    course_id  UUID        NOT NULL,
    run_id     UUID        NOT NULL,
    outcome    VARCHAR(16) NULL,
    PRIMARY KEY (issuing_id, learner_id, course_id),
    CONSTRAINT issuing_item_issuing FOREIGN KEY (issuing_id) REFERENCES issuing (id) ON DELETE CASCADE,
    INDEX issuing_item_open (issuing_id, outcome),
    INDEX issuing_item_learner (learner_id)
);
--rollback DROP TABLE issuing_item;
