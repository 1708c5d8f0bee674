--liquibase formatted sql

--changeset collegium:credentials-050
CREATE TABLE programme (
    id         UUID         NOT NULL PRIMARY KEY,
    version    INT          NOT NULL,
    slug       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issuer_id  UUID         NOT NULL COMMENT 'the partner, or nothing but zeros for the alliance',
    title      VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL COMMENT 'of what is published, else of the draft',
    state      VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'DRAFT, PUBLISHED or RETIRED',
    draft      LONGTEXT     NOT NULL,
    published  LONGTEXT     NULL,
    number     INT          NOT NULL COMMENT 'how often it was published',
    changed_at DATETIME(6)  NOT NULL,
    changed_by UUID         NULL COMMENT 'person: who changed it last; forgotten with the account',
    CONSTRAINT programme_slug UNIQUE (slug),
    INDEX programme_title (state, title),
    INDEX programme_by (changed_by)
);
--rollback DROP TABLE programme;

--changeset collegium:credentials-051
-- The courses of a programme as it is published.
CREATE TABLE programme_course (
    programme_id UUID NOT NULL,
    course_id    UUID NOT NULL,
    PRIMARY KEY (programme_id, course_id),
    CONSTRAINT programme_course_programme FOREIGN KEY (programme_id) REFERENCES programme (id) ON DELETE CASCADE,
    INDEX programme_course_course (course_id)
);
--rollback DROP TABLE programme_course;

--changeset collegium:credentials-052
-- What partners agreed to; what counts is the publication of the programme that they saw.
CREATE TABLE programme_endorsement (
    programme_id UUID         NOT NULL,
    partner_id   UUID         NOT NULL,
    number       INT          NOT NULL,
    comment      VARCHAR(500) NOT NULL,
    agreed_at    DATETIME(6)  NOT NULL,
    agreed_by    UUID         NULL COMMENT 'person: who agreed for the partner; forgotten with the account',
    document     LONGTEXT     NOT NULL,
    PRIMARY KEY (programme_id, partner_id),
    CONSTRAINT programme_endorsement_programme FOREIGN KEY (programme_id) REFERENCES programme (id) ON DELETE CASCADE,
    INDEX programme_endorsement_partner (partner_id),
    INDEX programme_endorsement_by (agreed_by)
);
--rollback DROP TABLE programme_endorsement;

--changeset collegium:credentials-053
-- A certificate of a programme names the programme where others name the course and the run.
ALTER TABLE certificate ADD COLUMN programme BOOLEAN NOT NULL DEFAULT FALSE;
CREATE TABLE programme_certificate_part (
    certificate_id UUID NOT NULL,
    part_id        UUID NOT NULL COMMENT 'the certificate of a course that it rests on',
    PRIMARY KEY (certificate_id, part_id),
    CONSTRAINT programme_certificate_part_whole FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE CASCADE,
    CONSTRAINT programme_certificate_part_part FOREIGN KEY (part_id) REFERENCES certificate (id) ON DELETE CASCADE,
    INDEX programme_certificate_part_of (part_id)
);
--rollback DROP TABLE programme_certificate_part;
--rollback ALTER TABLE certificate DROP COLUMN programme;
