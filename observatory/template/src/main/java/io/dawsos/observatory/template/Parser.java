package io.dawsos.observatory.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a template's text. */
final class Parser {
    private final Cursor cursor;
    private final Variables variables;
    private final PipelineParser pipelines;
    private final Map<String, List<Node>> definitions = new LinkedHashMap<>();
    private int ranges;

    private Parser(Source source, Variables variables, Map<String, TemplateFunction> functions) {
        this.cursor = new Cursor(source);
        this.variables = variables;
        this.pipelines = new PipelineParser(cursor, variables, functions);
    }

    /**
     * What a text holds.
     *
     * @param body what is executed
     * @param definitions the templates that it defines, by their names
     */
    record Parsed(List<Node> body, Map<String, List<Node>> definitions) {}

    /** Variables are those that are declared before the text; those that it declares are added. */
    static Parsed parse(Source source, Variables variables, Map<String, TemplateFunction> functions) {
        Parser parser = new Parser(source, variables, functions);
        Block block = parser.block("", true);
        return new Parsed(block.nodes(), parser.definitions);
    }

    /** Nodes, and the word that ended them: empty at the text's end. */
    private record Block(List<Node> nodes, Token end) {}

    private Block block(String of, boolean top) {
        List<Node> nodes = new ArrayList<>();
        Token opening = cursor.peek();
        while (true) {
            Token token = cursor.next();
            if (token.is(TokenType.TEXT)) {
                nodes.add(new Node.Text(token.text()));
            } else if (token.is(TokenType.END)) {
                if (!top) {
                    throw cursor.problem(opening, of + " without its end; write {{ end }}");
                }
                return new Block(List.copyOf(nodes), token);
            } else {
                Token word = cursor.skipSpace().peek();
                if (word.isWord("end") || word.isWord("else")) {
                    closing(word, top);
                    return new Block(List.copyOf(nodes), cursor.next());
                }
                action(word, nodes, top);
            }
        }
    }

    private void closing(Token word, boolean top) {
        if (top) {
            throw cursor.problem(word, "unexpected {{ " + word.text() + " }}: no action is open here");
        }
    }

    private void action(Token word, List<Node> nodes, boolean top) {
        if (!word.is(TokenType.WORD)) {
            nodes.add(new Node.Action(pipelines.read("command", TokenType.RIGHT)));
            return;
        }
        switch (word.text()) {
            case "if", "with", "range" -> nodes.add(control(cursor.next()));
            case "template" -> nodes.add(call(cursor.next()));
            case "block" -> nodes.add(namedBlock(cursor.next()));
            case "define" -> define(cursor.next(), top);
            case "break", "continue" -> nodes.add(jump(cursor.next()));
            default -> nodes.add(new Node.Action(pipelines.read("command", TokenType.RIGHT)));
        }
    }

    private Node control(Token word) {
        cursor.enter(word);
        int mark = variables.mark();
        String kind = word.text();
        Pipeline pipeline = pipelines.read(kind, TokenType.RIGHT);
        ranges += kind.equals("range") ? 1 : 0;
        int inner = variables.mark();
        Block then = block("{{ " + kind + " }}", false);
        variables.backTo(inner);
        ranges -= kind.equals("range") ? 1 : 0;
        List<Node> otherwise = then.end().isWord("else") ? otherwise(kind) : closed();
        variables.backTo(mark);
        cursor.leave();
        return switch (kind) {
            case "if" -> new Node.If(pipeline, then.nodes(), otherwise);
            case "with" -> new Node.With(pipeline, then.nodes(), otherwise);
            default -> new Node.Range(pipeline, then.nodes(), otherwise);
        };
    }

    private List<Node> closed() {
        cursor.expect(TokenType.RIGHT, "behind end");
        return List.of();
    }

    private List<Node> otherwise(String kind) {
        Token next = cursor.skipSpace().peek();
        if (next.isWord(kind) && !kind.equals("range")) {
            return List.of(control(cursor.next()));
        }
        cursor.expect(TokenType.RIGHT, "behind else");
        Block block = block("{{ else }} of {{ " + kind + " }}", false);
        if (block.end().isWord("else")) {
            throw cursor.problem(block.end(), "a second {{ else }}; write {{ else if … }} or {{ end }}");
        }
        return closed(block);
    }

    private List<Node> closed(Block block) {
        cursor.expect(TokenType.RIGHT, "behind end");
        return block.nodes();
    }

    private Node jump(Token word) {
        if (ranges == 0) {
            throw cursor.problem(word, "{{ " + word.text() + " }} outside of {{ range }}");
        }
        cursor.expect(TokenType.RIGHT, "behind " + word.text());
        return word.text().equals("break") ? new Node.Break() : new Node.Continue();
    }

    private Node call(Token word) {
        String name = cursor.expect(TokenType.STRING, "behind template").text();
        if (cursor.skipSpace().peek().is(TokenType.RIGHT)) {
            cursor.next();
            return new Node.Call(name, null, cursor.place(word));
        }
        return new Node.Call(name, pipelines.read("template", TokenType.RIGHT), cursor.place(word));
    }

    private Node namedBlock(Token word) {
        Token name = cursor.expect(TokenType.STRING, "behind block");
        Pipeline value = pipelines.read("block", TokenType.RIGHT);
        definition(name, "{{ block }}");
        return new Node.Call(name.text(), value, cursor.place(word));
    }

    private void define(Token word, boolean top) {
        if (!top) {
            throw cursor.problem(word, "{{ define }} stands outside of other actions");
        }
        Token name = cursor.expect(TokenType.STRING, "behind define");
        cursor.expect(TokenType.RIGHT, "behind define's name");
        definition(name, "{{ define }}");
    }

    private void definition(Token name, String of) {
        cursor.enter(name);
        List<String> hidden = variables.hide();
        int outer = ranges;
        ranges = 0;
        Block block = block(of, false);
        if (block.end().isWord("else")) {
            throw cursor.problem(block.end(), "unexpected {{ else }} in " + of);
        }
        cursor.expect(TokenType.RIGHT, "behind end");
        ranges = outer;
        variables.show(hidden);
        cursor.leave();
        keep(name, block.nodes());
    }

    private void keep(Token name, List<Node> nodes) {
        List<Node> former = definitions.get(name.text());
        if (former == null || isEmpty(former)) {
            definitions.put(name.text(), nodes);
        } else if (!isEmpty(nodes)) {
            throw cursor.problem(name, "a second definition of template " + Shown.quoted(name.text()) + " in one file");
        }
    }

    /** Whether it is nothing but space. */
    static boolean isEmpty(List<Node> nodes) {
        return nodes.stream()
                .allMatch(node -> node instanceof Node.Text text && text.text().isBlank());
    }
}
