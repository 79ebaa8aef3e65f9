package io.dawsos.observatory.promql.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.promql.ast.FunctionSignature;
import io.dawsos.observatory.promql.ast.ValueType;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsTest {
    static Iterable<String> names() {
        return Functions.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void range_everyFunctionOfARangeVector_isThere(String name) {
        FunctionSignature signature = Objects.requireNonNull(Functions.signature(name));
        boolean ofRange = signature.arguments().contains(ValueType.RANGE_VECTOR);

        // Whether nothing is there can only be told of all series together.
        boolean ofAllSeries = name.equals("absent_over_time");
        assertThat(Functions.range(name) != null).isEqualTo(ofRange && !ofAllSeries);
    }

    @ParameterizedTest
    @MethodSource("names")
    void value_neverOfARangeVector_isEither(String name) {
        assertThat(Functions.value(name) != null && Functions.range(name) != null)
                .isFalse();
    }

    @Test
    void signature_unknownName_isNull() {
        assertThat(Functions.signature("rates")).isNull();
        assertThat(Functions.range("rates")).isNull();
        assertThat(Functions.value("rates")).isNull();
    }
}
