package io.dawsos.telemetry.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlShapeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    select id from portfolios where id = ?                       | SELECT portfolios
                    select l.id from lots l join securities s on s.id = l.sid    | SELECT lots securities
                    select * from lots l, "securities" as s, public.prices       | SELECT lots securities public.prices
                    select (select max(d) from prices), x from lots              | SELECT SELECT prices lots
                    select * from (select * from lots) t join prices p on p.x=1  | SELECT SELECT lots prices
                    select extract(year from at) from trades                     | SELECT trades
                    select 1 from a where x is distinct from y                   | SELECT a
                    insert into trades (id, at) values (?, now())                | INSERT trades
                    insert into t select * from lots                             | INSERT t SELECT lots
                    insert into t (a) values (1) on conflict (a) do update set a = 2 | INSERT t
                    update lots set quantity = ? where id = ?                    | UPDATE lots
                    delete from lots where id in (select id from trades)         | DELETE lots SELECT trades
                    select * from lots where id = ? for update skip locked       | SELECT lots
                    with old as (select * from lots) select * from old join prices on true | SELECT lots SELECT prices
                    with old as materialized (select 1) delete from t using old  | SELECT DELETE t
                    merge into lots using trades on a = b when matched then update set x = 1 | MERGE lots trades
                    create table if not exists prices (id int)                   | CREATE prices
                    truncate table prices                                        | TRUNCATE prices
                    select 1                                                     | SELECT
                    begin                                                        | BEGIN
                    /* why */ select -- from nowhere                             | SELECT
                    call settle(?)                                               | CALL settle
                    ``                                                           | ``
                    """)
    void summary_query_operationsAndTables(String sql, String summary) {
        assertThat(SqlShape.of(sql).summary()).isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    select *  from lots where id=$1 and owner = 'o''hara'  | select * from lots where id=$1 and owner = ?
                    select E'it\\'s', x'ff', N'n', 1.5e-3, .5, 0x1F        | select ?, ?, ?, ?, ?, ?
                    select $$it's$$, $tag$ $$ $tag$, "col 1", t1.c2        | select ?, ?, "col 1", t1.c2
                    select 1 /* 'secret' */ + 2 -- 'secret'                | select ? + ?
                    select 'not closed                                     | select ?
                    select -1, a-2, a::int, a <= 3                         | select -?, a-?, a::int, a <= ?
                    """)
    void text_literals_replaced(String sql, String text) {
        assertThat(SqlShape.of(sql).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "select * from lots, SELECT, lots",
        "select * from lots a join lots b on a.x = b.x, SELECT, lots",
        "with x as (select 1 from a) update b set c = 1, UPDATE,",
    })
    void collection_oneTable_named(String sql, String operation, String collection) {
        SqlShape shape = SqlShape.of(sql);

        assertThat(shape.operation()).isEqualTo(operation);
        assertThat(shape.collection()).isEqualTo(collection);
    }

    @Property
    void of_anyText_neverFails(@ForAll("sqlLike") String sql) {
        assertThat(SqlShape.of(sql).summary()).hasSizeLessThan(256);
    }

    @Property
    void text_valueInALiteral_doesNotSurvive(@ForAll("value") String value) {
        String sql = "select a from b where c = '" + value.replace("'", "''") + "' and d = ?";

        assertThat(SqlShape.of(sql).text()).isEqualTo("select a from b where c = ? and d = ?");
    }

    @Provide
    Arbitrary<String> sqlLike() {
        return Arbitraries.of(
                        "select", "from", "(", ")", ",", "'", "\"", "$", "$$", "--", "/*", "*/", "\n", " ", "with",
                        "as", "x", "1", ".", "update", "E'", "\\", "for", "into", "é")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join(" ", parts));
    }

    @Provide
    Arbitrary<String> value() {
        return Arbitraries.strings().ofMaxLength(40);
    }
}
