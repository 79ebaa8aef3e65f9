package io.dawsos.portfolio;

import io.opentelemetry.api.common.AttributeKey;

/** DawsOS's own attributes of spans on the hot path, made once: a key keeps its encoded form. */
public final class SpanAttributes {

    public static final AttributeKey<String> PORTFOLIO_ID = AttributeKey.stringKey("portfolio_id");
    public static final AttributeKey<String> PRICING_PACK_ID = AttributeKey.stringKey("pricing_pack_id");
    public static final AttributeKey<String> LEDGER_COMMIT_HASH = AttributeKey.stringKey("ledger_commit_hash");
    public static final AttributeKey<Long> POSITION_COUNT = AttributeKey.longKey("position_count");
    public static final AttributeKey<Double> TOTAL_VALUE = AttributeKey.doubleKey("total_value");
    public static final AttributeKey<Boolean> CACHE_HIT = AttributeKey.booleanKey("cache_hit");

    private SpanAttributes() {}
}
