package io.dawsos.portfolio.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommoditiesTest {

    @ParameterizedTest
    @CsvSource({"AAPL, AAPL", "BRK.B, BRK.B", "V, V", "3IN, /3IN"})
    void symbol_writtenAndReadBack_isTheSame(String symbol, String commodity) {
        assertThat(Commodities.writable(symbol)).isEqualTo(commodity);
        assertThat(Commodities.symbol(commodity)).isEqualTo(symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"700", "A.", "A-", "3-"})
    void symbol_thatBeancountCannotWrite_isRefused(String symbol) {
        assertThatThrownBy(() -> Commodities.writable(symbol))
                .hasMessage("the symbol %s cannot be written in Beancount", symbol);
    }

    @ParameterizedTest
    @CsvSource({"USD, true", "EUR, true", "IBM, false", "USDX, false", "XAU, false", "V, false"})
    void currency_isAnIsoCodeWithAmounts(String commodity, boolean currency) {
        assertThat(Commodities.isCurrency(commodity)).isEqualTo(currency);
    }
}
