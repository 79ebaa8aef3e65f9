package io.dawsos.observatory.ingest.otlp;

/** What OTLP's attributes are called as labels. */
final class LabelNames {
    private final OtlpConfig config;

    LabelNames(OtlpConfig config) {
        this.config = config;
    }

    String of(String attribute) {
        if (!config.strategy().escapes() || attribute.isEmpty()) {
            return attribute;
        }
        String plain = plain(attribute);
        if (Character.isDigit(plain.charAt(0))) {
            return "key_" + plain;
        }
        boolean single = plain.startsWith("_") && !plain.startsWith("__");
        return single && config.sanitizesUnderscore() ? "key" + plain : plain;
    }

    private String plain(String attribute) {
        StringBuilder plain = new StringBuilder(attribute.length());
        attribute.codePoints().forEach(c -> {
            boolean valid = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            char shown = valid ? (char) c : '_';
            boolean again = shown == '_' && !plain.isEmpty() && plain.charAt(plain.length() - 1) == '_';
            if (!again || config.keepsUnderscores()) {
                plain.append(shown);
            }
        });
        return plain.toString();
    }
}
