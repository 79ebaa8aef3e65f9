package io.dawsos.portfolio.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAddressTest {

    @Test
    void parse_postgresUrl_credentialsDecodedAndApart() {
        DatabaseAddress address =
                DatabaseAddress.parse("postgres://ann:p%40ss+w@db.example:5433/books?sslmode=require");

        assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example:5433/books?sslmode=require");
        assertThat(address.user()).isEqualTo("ann");
        assertThat(address.password()).isEqualTo("p@ss+w");
    }

    @Test
    void parse_jdbcUrl_asItIs() {
        DatabaseAddress address = DatabaseAddress.parse("jdbc:postgresql://db/books?user=ann&password=secret1");

        assertThat(address.url()).isEqualTo("jdbc:postgresql://db/books?user=ann&password=secret1");
        assertThat(address.user()).isNull();
    }

    @Test
    void toString_passwordAnywhere_notShown() {
        assertThat(DatabaseAddress.parse("postgres://ann:secret1@db/books")).hasToString("jdbc:postgresql://db/books");
        assertThat(DatabaseAddress.parse("jdbc:postgresql://db/books?password=secret1"))
                .hasToString("jdbc:postgresql://db/books");
        assertThat(DatabaseAddress.parse("jdbc:postgresql://ann:secret1@db/books"))
                .hasToString("jdbc:postgresql://db/books");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://ann:secret1@db/books, 'the service needs PostgreSQL, got mysql'",
        "mysql://ann:secret1@db/books, 'got the scheme mysql'",
        "ann:secret1@db/books, 'got the scheme ann'",
        "postgres:///books?password=secret1, 'the host is missing'",
        "postgres://ann:secret1@db, 'the database''s name is missing'",
        "postgres://ann:secret1@db/bo oks, 'not an address'"
    })
    void parse_wrong_saysWhatWithoutThePassword(String address, String said) {
        assertThatThrownBy(() -> DatabaseAddress.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("DATABASE_URL: ")
                .hasMessageContaining(said)
                .hasMessageContaining("wanted jdbc:postgresql://")
                .hasNoCause()
                .message()
                .doesNotContain("secret1");
    }
}
