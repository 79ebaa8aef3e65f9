package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackContentTest {

    @Test
    void hash_anyOrderAndTrailingZeros_isThatOfTheDocumentedLines() throws NoSuchAlgorithmException {
        PackContent content = new PackContent(
                Map.of("MSFT", new BigDecimal("28.80"), "AAPL", new BigDecimal("1E+2")),
                Map.of("USD", new BigDecimal("1.0000000000"), "EUR", new BigDecimal("1.0837")));

        assertThat(content.hash()).isEqualTo(sha256("price AAPL 100\nprice MSFT 28.8\nrate EUR 1.0837\nrate USD 1\n"));
    }

    @Test
    void hash_priceUnderAnotherName_differs() {
        Map<String, BigDecimal> rates = Map.of("USD", BigDecimal.ONE);

        assertThat(new PackContent(Map.of("A", BigDecimal.TEN), rates).hash())
                .isNotEqualTo(new PackContent(Map.of("B", BigDecimal.TEN), rates).hash());
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
