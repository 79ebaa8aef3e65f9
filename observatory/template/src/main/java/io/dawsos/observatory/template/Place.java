package io.dawsos.observatory.template;

/**
 * Where something stands in a text.
 *
 * @param name of the template or file
 * @param line from 1
 * @param column in characters from 1
 */
record Place(String name, int line, int column) {
    @Override
    public String toString() {
        return name + ":" + line + ":" + column;
    }
}
