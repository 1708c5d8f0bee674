--liquibase formatted sql

--changeset collegium:labs-012
-- What each test gave a submission, beside the report that holds the same, so that it can be counted over all learners.
CREATE TABLE lab_test_result (
    submission_id UUID         NOT NULL,
    position      INT          NOT NULL,
    grade_id      VARCHAR(200) NOT NULL COLLATE utf8mb4_bin,
    outcome       VARCHAR(16)  NOT NULL COLLATE ascii_bin,
    points        DOUBLE       NOT NULL,
    max_points    DOUBLE       NOT NULL,
    message       VARCHAR(500) NOT NULL,
    PRIMARY KEY (submission_id, position),
    CONSTRAINT lab_test_result_submission FOREIGN KEY (submission_id) REFERENCES lab_submission (id) ON DELETE CASCADE
);
INSERT INTO lab_test_result (submission_id, position, grade_id, outcome, points, max_points, message)
SELECT submission.id, cell.position - 1, cell.grade_id, cell.outcome, cell.points, cell.max_points, LEFT(COALESCE(cell.message, ''), 500)
FROM lab_submission submission,
    JSON_TABLE(submission.report, '$.cells[*]' COLUMNS (
        position FOR ORDINALITY,
        grade_id VARCHAR(200) PATH '$.gradeId',
        outcome VARCHAR(16) PATH '$.outcome',
        points DOUBLE PATH '$.points',
        max_points DOUBLE PATH '$.maxPoints',
        message TEXT PATH '$.message')) cell
WHERE submission.state = 'GRADED' AND submission.report IS NOT NULL;
--rollback DROP TABLE lab_test_result;
