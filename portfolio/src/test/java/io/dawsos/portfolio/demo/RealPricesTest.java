package io.dawsos.portfolio.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RealPricesTest {

    @Test
    void read_stockThatIsYoungerThanTheFile_startsAtItsFirstPrice() {
        RealPrices google = RealPrices.read(RealPrices.STOCKS, "GOOG");
        assertThat(google.dates()).hasSize(68).first().isEqualTo(LocalDate.of(2004, 8, 1));
        assertThat(google.prices().getFirst()).isEqualByComparingTo("102.37");
    }

    @Test
    void read_unknownColumn_saysWhichThereAre() {
        assertThatThrownBy(() -> RealPrices.read(RealPrices.STOCKS, "TSLA"))
                .hasMessage(
                        "/demo/stocks-monthly.csv:1: wanted a column \"TSLA\"," + " got date,MSFT,AMZN,IBM,GOOG,AAPL");
    }

    @Test
    void last_moreThanThereAre_isRefused() {
        RealPrices google = RealPrices.read(RealPrices.STOCKS, "GOOG");
        assertThatThrownBy(() -> google.last(69)).hasMessage("wanted 69 real prices, there are 68");
    }
}
