package io.dawsos.telemetry.trace;

import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The redactor over OpenTelemetry's shapes; what has nothing to hide is returned as it came. */
@SuppressWarnings("ReferenceEquality") // the same instance is the redactor's word for "nothing was hidden"
record AttributeRedaction(Redactor redactor) {

    String text(String text) {
        return redactor.redact(text);
    }

    Attributes attributes(Attributes attributes) {
        Pass pass = new Pass(attributes);
        attributes.forEach(pass);
        return pass.changed == null ? attributes : pass.changed.build();
    }

    /** Goes over attributes, and copies them at the first that has something to hide. */
    private final class Pass implements BiConsumer<AttributeKey<?>, Object> {

        private final Attributes attributes;
        private @Nullable AttributesBuilder changed;

        Pass(Attributes attributes) {
            this.attributes = attributes;
        }

        @Override
        @SuppressWarnings("unchecked") // an attribute's type says what its key's type parameter is
        public void accept(AttributeKey<?> key, Object value) {
            Object clean = clean(key, value);
            if (clean != value) {
                changed = changed == null ? attributes.toBuilder() : changed;
                changed.put((AttributeKey<Object>) key, clean);
            }
        }
    }

    <E> List<E> each(List<E> list, UnaryOperator<E> operator) {
        List<E> changed = null;
        for (int i = 0; i < list.size(); i++) {
            E clean = operator.apply(list.get(i));
            if (clean != list.get(i)) {
                changed = changed == null ? new ArrayList<>(list) : changed;
                changed.set(i, clean);
            }
        }
        return changed == null ? list : changed;
    }

    private Object clean(AttributeKey<?> key, Object value) {
        if (key.getType() == AttributeType.STRING) {
            return redactor.redact(key.getKey(), (String) value);
        }
        if (key.getType() == AttributeType.STRING_ARRAY) {
            return texts(key, (List<?>) value);
        }
        return value;
    }

    @SuppressWarnings("unchecked") // of a string array attribute
    private List<?> texts(AttributeKey<?> key, List<?> values) {
        return each((List<String>) values, text -> redactor.redact(key.getKey(), text));
    }
}
