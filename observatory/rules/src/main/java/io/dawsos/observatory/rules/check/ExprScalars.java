package io.dawsos.observatory.rules.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds where the expressions of a rule file stand: each once, though an alias may repeat it. */
final class ExprScalars {
    private static final int MOST_CHARACTERS = 16 << 20;

    private final String text;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<ExprScalar> found = new ArrayList<>();

    private ExprScalars(String text) {
        this.text = text;
    }

    /** By their place in a text that was read as a rule file before. */
    static List<ExprScalar> in(String text) {
        ExprScalars scalars = new ExprScalars(text);
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS).build();
        new Compose(settings)
                .composeString(text)
                .ifPresent(root -> scalars.items(root, "groups", false, scalars::group));
        scalars.found.sort(Comparator.comparingInt(ExprScalar::start));
        return scalars.found;
    }

    private interface Visitor {
        void visit(Node node, boolean flow);
    }

    /** Visits the items of the list that a key of a map holds. */
    private void items(Node map, String key, boolean inFlow, Visitor visitor) {
        NodeTuple entry = entry(map, key);
        if (entry != null && entry.getValueNode() instanceof SequenceNode list) {
            boolean flow = inFlow || isFlow(map) || list.getFlowStyle() == FlowStyle.FLOW;
            list.getValue().forEach(item -> visitor.visit(item, flow));
        }
    }

    private static boolean isFlow(Node map) {
        return map instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.FLOW;
    }

    private static @Nullable NodeTuple entry(Node map, String key) {
        if (map instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return entry;
                }
            }
        }
        return null;
    }

    private void group(Node group, boolean flow) {
        items(group, "rules", flow, this::rule);
    }

    private void rule(Node rule, boolean inFlow) {
        NodeTuple entry = entry(rule, "expr");
        if (entry != null && entry.getValueNode() instanceof ScalarNode expr && seen.add(expr)) {
            Mark start = expr.getStartMark().orElseThrow();
            found.add(new ExprScalar(
                    expr.getValue(),
                    style(expr),
                    afterProperties(index(start)),
                    index(expr.getEndMark().orElseThrow()),
                    entry.getKeyNode().getStartMark().orElseThrow().getColumn(),
                    inFlow || isFlow(rule),
                    start.getLine() + 1));
        }
    }

    /** YAML counts code points. */
    private int index(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    /** An anchor or a tag stays where it is. */
    private int afterProperties(int start) {
        int position = start;
        while (position < text.length() && (text.charAt(position) == '&' || text.charAt(position) == '!')) {
            while (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
                position++;
            }
            while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
                position++;
            }
        }
        return position;
    }

    private static ExprScalar.Style style(ScalarNode node) {
        return switch (node.getScalarStyle()) {
            case SINGLE_QUOTED -> ExprScalar.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> ExprScalar.Style.DOUBLE_QUOTED;
            case LITERAL, FOLDED -> ExprScalar.Style.BLOCK;
            case PLAIN -> ExprScalar.Style.PLAIN;
        };
    }
}
