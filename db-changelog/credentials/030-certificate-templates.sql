--liquibase formatted sql

--changeset collegium:credentials-030
-- Who signs is named in the design; CertificateTemplates.forget takes a name out of drafts and versions.
CREATE TABLE certificate_template (
    id         UUID         NOT NULL PRIMARY KEY,
    partner_id UUID         NOT NULL,
    name       VARCHAR(120) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    design     LONGTEXT     NOT NULL,
    revision   INT          NOT NULL,
    published  INT          NULL COMMENT 'number of the newest version',
    created_at DATETIME(6)  NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    changed_by UUID         NULL COMMENT 'person: who changed the draft last; forgotten with the account',
    retired_at DATETIME(6)  NULL,
    INDEX certificate_template_partner (partner_id, name)
);
--rollback DROP TABLE certificate_template;

--changeset collegium:credentials-031
CREATE TABLE certificate_template_version (
    template_id  UUID         NOT NULL,
    number       INT          NOT NULL,
    design       LONGTEXT     NOT NULL,
    note         VARCHAR(300) NOT NULL,
    published_at DATETIME(6)  NOT NULL,
    published_by UUID         NULL COMMENT 'person: who published it; forgotten with the account',
    forgotten_at DATETIME(6)  NULL COMMENT 'when somebody who signs was taken out of it',
    PRIMARY KEY (template_id, number),
    CONSTRAINT certificate_template_version_template FOREIGN KEY (template_id) REFERENCES certificate_template (id) ON DELETE CASCADE
);
--rollback DROP TABLE certificate_template_version;

--changeset collegium:credentials-032
-- Which template is used: by a course, or by a partner for all courses that name none.
CREATE TABLE certificate_template_use (
    subject_id  UUID NOT NULL PRIMARY KEY COMMENT 'a course, or the partner itself',
    partner_id  UUID NOT NULL,
    template_id UUID NOT NULL,
    INDEX certificate_template_use_template (template_id),
    CONSTRAINT certificate_template_use_template FOREIGN KEY (template_id) REFERENCES certificate_template (id) ON DELETE CASCADE
);
--rollback DROP TABLE certificate_template_use;

--changeset collegium:credentials-033
CREATE TABLE certificate_template_image (
    id         UUID        NOT NULL PRIMARY KEY,
    partner_id UUID        NOT NULL,
    sha256     BINARY(32)  NOT NULL,
    width      INT         NOT NULL,
    height     INT         NOT NULL,
    png        MEDIUMBLOB  NOT NULL,
    added_at   DATETIME(6) NOT NULL,
    CONSTRAINT certificate_template_image_once UNIQUE (partner_id, sha256)
);
--rollback DROP TABLE certificate_template_image;

--changeset collegium:credentials-034
-- The version by which a certificate is drawn for ever; a certificate without one looks as all did before there were templates.
CREATE TABLE certificate_look (
    certificate_id UUID NOT NULL PRIMARY KEY,
    template_id    UUID NOT NULL,
    number         INT  NOT NULL,
    INDEX certificate_look_version (template_id, number),
    CONSTRAINT certificate_look_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE CASCADE,
    CONSTRAINT certificate_look_version FOREIGN KEY (template_id, number) REFERENCES certificate_template_version (template_id, number)
);
--rollback DROP TABLE certificate_look;
