package io.dawsos.observatory.alertmanager.route;

import io.dawsos.observatory.alertmanager.matcher.MatcherText;
import io.dawsos.observatory.model.Labels;
import java.util.ArrayList;
import java.util.List;

/** The tree of routes as text, as {@code amtool config routes} draws it. */
public final class RouteTree {
    private static final String MIDDLE = "├── ";
    private static final String LAST = "└── ";
    /** With no-break spaces, as the original has them. */
    private static final String BESIDE_MIDDLE = "│\u00a0\u00a0 ";

    private static final String BESIDE_LAST = "    ";

    private RouteTree() {}

    private record Branch(String text, List<Branch> branches) {}

    /** The whole tree, with the routes' receivers and groupings. */
    public static String all(Route root) {
        return draw(whole(root));
    }

    /** The part of the tree that an alert with these labels goes through, with receivers where it ends. */
    public static String matching(Route root, Labels labels) {
        return draw(part(root, labels));
    }

    private static Branch whole(Route route) {
        String text = name(route) + (route.continues() ? "  continue: true" : "") + target(route);
        return new Branch(text, route.routes().stream().map(RouteTree::whole).toList());
    }

    private static Branch part(Route route, Labels labels) {
        List<Branch> branches = new ArrayList<>();
        for (Route child : route.routes()) {
            if (child.matches(labels)) {
                branches.add(part(child, labels));
                if (!child.continues()) {
                    break;
                }
            }
        }
        return new Branch(name(route) + (branches.isEmpty() ? target(route) : ""), branches);
    }

    private static String name(Route route) {
        return route.matchers().isEmpty() ? "default-route" : MatcherText.of(route.matchers());
    }

    private static String target(Route route) {
        List<String> groupBy =
                route.options().groupByAll() ? List.of("...") : route.options().groupBy();
        return "  receiver: " + route.receiver()
                + (groupBy.isEmpty() ? "" : "  grouping: [" + String.join(",", groupBy) + "]");
    }

    private static String draw(Branch root) {
        StringBuilder text = new StringBuilder(".\n");
        draw(root, "", true, text);
        return text.toString();
    }

    private static void draw(Branch branch, String indent, boolean last, StringBuilder text) {
        text.append(indent).append(last ? LAST : MIDDLE).append(branch.text).append('\n');
        String below = indent + (last ? BESIDE_LAST : BESIDE_MIDDLE);
        for (int i = 0; i < branch.branches.size(); i++) {
            draw(branch.branches.get(i), below, i == branch.branches.size() - 1, text);
        }
    }
}
