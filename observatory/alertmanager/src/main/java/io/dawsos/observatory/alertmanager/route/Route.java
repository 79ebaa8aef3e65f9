package io.dawsos.observatory.alertmanager.route;

import io.dawsos.observatory.alertmanager.config.RouteConfig;
import io.dawsos.observatory.alertmanager.matcher.MatcherText;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A node of the route tree, with what it has from its ancestors. Immutable; one object for each node. */
public final class Route {
    private final List<Matcher> matchers;
    private final boolean continues;
    private final RouteOptions options;
    private final String key;
    private final String id;
    private final List<Route> routes;

    private Route(RouteConfig config, RouteOptions inherited, @Nullable Route parent, int index) {
        this.matchers = config.matchers();
        this.continues = config.continues();
        this.options = inherited.with(config);
        String own = MatcherText.of(matchers);
        this.key = parent == null ? own : parent.key + "/" + own;
        this.id = parent == null ? own : parent.id + "/" + own + "/" + index;
        List<Route> children = new ArrayList<>();
        for (RouteConfig child : config.routes()) {
            children.add(new Route(child, options, this, children.size()));
        }
        this.routes = List.copyOf(children);
    }

    /** The tree of a configuration. */
    public static Route of(RouteConfig root) {
        return new Route(root, RouteOptions.DEFAULTS, null, 0);
    }

    public RouteOptions options() {
        return options;
    }

    public String receiver() {
        return options.receiver();
    }

    public List<Matcher> matchers() {
        return matchers;
    }

    /** Whether an alert that came here is also offered to the routes after this one. */
    public boolean continues() {
        return continues;
    }

    /** The routes below, in the order in which alerts are offered to them. */
    public List<Route> routes() {
        return routes;
    }

    /** The matchers from the root to here; two routes can have the same, and then share their notifications' history. */
    public String key() {
        return key;
    }

    /** Its name in the tree, which no other route has. */
    public String id() {
        return id;
    }

    /** Whether an alert with these labels passes the matchers of this very node. */
    public boolean matches(Labels labels) {
        return MatcherText.allMatch(matchers, labels);
    }

    /**
     * The routes that take an alert, in the tree's order: of each branch the deepest that matches. None when this route
     * does not match; the root always does.
     */
    public List<Route> match(Labels labels) {
        List<Route> matching = new ArrayList<>();
        if (matches(labels)) {
            collect(labels, matching);
        }
        return List.copyOf(matching);
    }

    private void collect(Labels labels, List<Route> matching) {
        boolean deeper = false;
        for (Route route : routes) {
            if (route.matches(labels)) {
                deeper = true;
                route.collect(labels, matching);
                if (!route.continues) {
                    break;
                }
            }
        }
        if (!deeper) {
            matching.add(this);
        }
    }

    /** Of an alert's labels those by which this route groups. */
    public Labels groupLabels(Labels labels) {
        return options.groupByAll() ? labels : labels.only(options.groupBy());
    }

    /** The key of a group, as Alertmanager writes it: {@code {}/{severity="critical"}:{alertname="X"}}. */
    public String groupKey(Labels groupLabels) {
        return key + ":" + LabelSetText.of(groupLabels);
    }

    /** Visits this route and all below, parents first. */
    public void walk(Consumer<Route> visitor) {
        visitor.accept(this);
        routes.forEach(route -> route.walk(visitor));
    }

    @Override
    public String toString() {
        return id;
    }
}
