--liquibase formatted sql

--changeset collegium:operations-001
-- The table that db-scheduler keeps its jobs in, as its documentation for MariaDB gives it.
CREATE TABLE scheduled_tasks (
    task_name            VARCHAR(100) NOT NULL,
    task_instance        VARCHAR(100) NOT NULL,
    task_data            LONGBLOB     NULL,
    execution_time       DATETIME(6)  NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            VARCHAR(50)  NULL,
    last_success         DATETIME(6)  NULL,
    last_failure         DATETIME(6)  NULL,
    consecutive_failures INT          NULL,
    last_heartbeat       DATETIME(6)  NULL,
    version              BIGINT       NOT NULL,
    priority             SMALLINT     NULL,
    state                VARCHAR(25)  NULL,
    PRIMARY KEY (task_name, task_instance),
    INDEX scheduled_tasks_execution_time (execution_time),
    INDEX scheduled_tasks_last_heartbeat (last_heartbeat),
    INDEX scheduled_tasks_priority (priority DESC, execution_time ASC)
);
--rollback DROP TABLE scheduled_tasks;
