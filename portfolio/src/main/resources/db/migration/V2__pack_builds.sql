-- How pricing packs are made: each build with the step that it is at, so that another replica can go on with it.

CREATE TABLE pack_builds (
    build_id          uuid        PRIMARY KEY,
    pack_date         date        NOT NULL,
    cause             text        NOT NULL CHECK (cause IN ('night', 'asked')),
    asked_by          text,
    state             text        NOT NULL CHECK (state IN ('waiting', 'running', 'fresh', 'failed')),
    step              text        CHECK (step IN
        ('prices', 'rates', 'hash', 'warming', 'prewarm', 'reconciliation', 'fresh', 'alerts')),
    run               integer     NOT NULL DEFAULT 0,
    asked_at          timestamptz NOT NULL,
    began_at          timestamptz,
    step_at           timestamptz,
    fresh_at          timestamptz,
    ended_at          timestamptz,
    pack_no           bigint      REFERENCES pricing_packs,
    price_sources     text,
    reconciliation_id uuid,
    error             text,
    trace_parent      text,
    CONSTRAINT pack_builds_ended_when CHECK ((state IN ('waiting', 'running')) = (ended_at IS NULL)),
    CONSTRAINT pack_builds_fresh_when CHECK (state <> 'fresh' OR fresh_at IS NOT NULL)
);
COMMENT ON COLUMN pack_builds.run IS 'Counts who took it: what an earlier one still writes is refused';
COMMENT ON COLUMN pack_builds.trace_parent IS 'The span of the request that asked for it';
CREATE UNIQUE INDEX pack_builds_under_way ON pack_builds (pack_date) WHERE ended_at IS NULL;
CREATE INDEX pack_builds_by_date ON pack_builds (pack_date, asked_at);
CREATE INDEX pack_builds_by_time ON pack_builds (asked_at DESC, build_id);

-- db-scheduler's: the columns and their names are its own.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    state                text,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
