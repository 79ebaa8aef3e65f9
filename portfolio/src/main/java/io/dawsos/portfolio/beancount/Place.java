package io.dawsos.portfolio.beancount;

/**
 * Where something is written.
 *
 * @param file relative to the folder that the ledger's folder is in: {@code ledger/main.beancount}
 * @param line from 1
 * @param column from 1, in UTF-16 units
 */
public record Place(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
