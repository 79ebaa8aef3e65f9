-- What owners want to be told about their portfolios, what came of it, and how it is told.

CREATE TABLE alerts (
    alert_id         uuid           PRIMARY KEY,
    portfolio_id     uuid           NOT NULL REFERENCES portfolios,
    name             text           NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    condition        text           NOT NULL CHECK (condition IN
        ('falls_since_pack', 'falls_within', 'value_above', 'value_below', 'weight_above')),
    threshold        numeric(20, 8) NOT NULL CHECK (threshold > 0),
    window_seconds   integer        CHECK (window_seconds BETWEEN 60 AND 86400),
    symbol           text,
    cooldown_seconds integer        NOT NULL CHECK (cooldown_seconds BETWEEN 0 AND 2592000),
    created_by       text           NOT NULL,
    created_at       timestamptz    NOT NULL,
    deleted_at       timestamptz,
    true_since       timestamptz,
    fired_at         timestamptz,
    CONSTRAINT alerts_window_where_needed CHECK ((condition = 'falls_within') = (window_seconds IS NOT NULL)),
    CONSTRAINT alerts_symbol_of_a_weight CHECK (symbol IS NULL OR condition = 'weight_above')
);
COMMENT ON COLUMN alerts.threshold IS 'Per cent, or an amount in the base currency of the portfolio';
COMMENT ON COLUMN alerts.true_since IS 'When the condition became true, of conditions that stay true; null while false';
CREATE INDEX alerts_by_portfolio ON alerts (portfolio_id) WHERE deleted_at IS NULL;

CREATE TABLE alert_channels (
    alert_id uuid     NOT NULL REFERENCES alerts,
    position smallint NOT NULL,
    method   text     NOT NULL CHECK (method IN ('webhook', 'email', 'in_app')),
    target   text     NOT NULL CHECK (length(target) <= 2000),
    PRIMARY KEY (alert_id, position)
);

CREATE TABLE alert_events (
    event_id     uuid        PRIMARY KEY,
    alert_id     uuid        NOT NULL REFERENCES alerts,
    cause        text        NOT NULL,
    true_at      timestamptz NOT NULL,
    message      text        NOT NULL,
    trace_parent text,
    CONSTRAINT alert_events_once_per_cause UNIQUE (alert_id, cause)
);
COMMENT ON COLUMN alert_events.message IS 'The JSON that is told, to the byte: every attempt sends the same';

CREATE TABLE alert_deliveries (
    delivery_id  uuid        PRIMARY KEY,
    event_id     uuid        NOT NULL REFERENCES alert_events,
    method       text        NOT NULL CHECK (method IN ('webhook', 'email', 'in_app')),
    target       text        NOT NULL,
    lane         text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('pending', 'delivered', 'dead', 'cancelled')),
    attempts     integer     NOT NULL DEFAULT 0,
    next_at      timestamptz NOT NULL,
    claim        uuid,
    delivered_at timestamptz,
    error        text,
    error_detail text,
    error_at     timestamptz,
    CONSTRAINT alert_deliveries_delivered_when CHECK ((state = 'delivered') = (delivered_at IS NOT NULL))
);
COMMENT ON TABLE alert_deliveries IS 'The outbox: written with the event, in one transaction';
COMMENT ON COLUMN alert_deliveries.lane IS 'The receiver: a slow one holds up its own lane only';
COMMENT ON COLUMN alert_deliveries.next_at IS 'When it is due; while it is being delivered, when its lease ends';
COMMENT ON COLUMN alert_deliveries.claim IS 'Who delivers it: the result of an attempt whose lease was lost is not kept';
CREATE INDEX alert_deliveries_due ON alert_deliveries (lane, next_at) WHERE state = 'pending';
CREATE INDEX alert_deliveries_dead ON alert_deliveries (delivery_id) WHERE state = 'dead';
CREATE INDEX alert_deliveries_by_event ON alert_deliveries (event_id);

CREATE TABLE notifications (
    notification_id uuid        PRIMARY KEY REFERENCES alert_deliveries,
    owner           text        NOT NULL,
    told_at         timestamptz NOT NULL,
    read_at         timestamptz
);
CREATE INDEX notifications_by_owner ON notifications (owner, told_at DESC, notification_id DESC);

CREATE TABLE quotes (
    security_no integer        PRIMARY KEY REFERENCES securities,
    price       numeric(20, 8) NOT NULL CHECK (price > 0),
    quoted_at   timestamptz    NOT NULL
);
COMMENT ON TABLE quotes IS 'The newest intraday price of each security';

CREATE TABLE value_readings (
    portfolio_id uuid           NOT NULL REFERENCES portfolios,
    read_at      timestamptz    NOT NULL,
    holdings     text           NOT NULL,
    value        numeric(40, 4) NOT NULL,
    PRIMARY KEY (portfolio_id, read_at)
);
COMMENT ON COLUMN value_readings.holdings IS 'A hash of what was held: readings before a trade are not compared with readings after it';
CREATE INDEX value_readings_by_time ON value_readings (read_at);

-- One row a kind of evaluation: replicas take turns by its lock, and quotes that are not newer are passed over.
CREATE TABLE alert_clocks (
    clock   text        PRIMARY KEY,
    told_at timestamptz NOT NULL
);
INSERT INTO alert_clocks (clock, told_at) VALUES ('quotes', '-infinity'), ('packs', '-infinity'), ('watch', '-infinity');
