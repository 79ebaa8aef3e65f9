package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.eval.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts in the language of Prometheus's promqltest. An instant query is tried as the middle of a range query too, and
 * with {@code @} at other times, where neither may change its result.
 */
public final class ScriptRunner {
    private static final Pattern QUERY_TIMES = Pattern.compile("(start|end|range|step)\\(\\)", Pattern.CASE_INSENSITIVE);
    private static final long AROUND = 60_000;

    private final ScriptEngine engine;
    private final ScriptStore store = new ScriptStore();
    private final List<ScriptReport.Case> cases = new ArrayList<>();

    private ScriptRunner(ScriptEngine engine) {
        this.engine = engine;
    }

    /** @throws ScriptException when the file is no script */
    public static ScriptReport run(Path script, ScriptEngine engine) throws IOException {
        return run(String.valueOf(script.getFileName()), Files.readString(script), engine);
    }

    /** @throws ScriptException when the text is no script */
    public static ScriptReport run(String name, String script, ScriptEngine engine) {
        ScriptRunner runner = new ScriptRunner(engine);
        for (ScriptCommand command : ScriptParser.parse(script)) {
            runner.execute(command);
        }
        return new ScriptReport(name, runner.cases);
    }

    private void execute(ScriptCommand command) {
        switch (command) {
            case ScriptCommand.Clear clear -> store.clear();
            case ScriptCommand.Load load -> load(load);
            case ScriptCommand.Eval eval -> {
                String problem = evaluate(eval);
                cases.add(new ScriptReport.Case(eval.line(), eval.query(), problem == null ? "" : problem));
            }
        }
    }

    private void load(ScriptCommand.Load load) {
        ClassicHistograms classic = new ClassicHistograms();
        for (ScriptCommand.LoadedSeries series : load.series()) {
            store.add(series, load.interval());
            if (load.nhcb()) {
                classic.add(series, load.interval());
            }
        }
        classic.addTo(store);
    }

    private @Nullable String evaluate(ScriptCommand.Eval eval) {
        ScriptResult result;
        try {
            result = engine.query(store, eval.query(), eval.steps());
        } catch (RuntimeException e) {
            return eval.expectations().fails()
                    ? eval.expectations().checkFailure(message(e))
                    : "failed: " + message(e);
        }
        if (eval.expectations().fails()) {
            return "expected to fail, but it did not";
        }
        String wrong = eval.expectations().check(result.warnings(), result.infos());
        if (wrong != null) {
            return wrong;
        }
        ResultCheck check = new ResultCheck(eval, result);
        wrong = eval.instant() ? check.instant(0, eval.expectations().ordered()) : check.range();
        return wrong == null && eval.instant() ? asOtherQueries(eval) : wrong;
    }

    /** A message as scripts compare it; an unexpected exception shows its kind. */
    private static String message(RuntimeException e) {
        return e instanceof PromQlException ? String.valueOf(e.getMessage()) : e.toString();
    }

    private @Nullable String asOtherQueries(ScriptCommand.Eval eval) {
        if (eval.rangeVector() != null
                || eval.string() != null
                || QUERY_TIMES.matcher(eval.query()).find()) {
            return null;
        }
        long time = eval.steps().start();
        if (!eval.expectations().ordered()) {
            Steps around = new Steps(time - AROUND, AROUND, 3);
            String wrong = again(eval, eval.query(), around, 1);
            if (wrong != null) {
                return "as a range query: " + wrong;
            }
        }
        Expr anchored = AtVariant.of(PromQl.parse(eval.query(), EnumSet.allOf(Feature.class)), time);
        if (anchored == null) {
            return null;
        }
        String query = PromQl.text(anchored);
        for (long other : time == 0 ? new long[] {-1000, 1000} : new long[] {-10 * time, 0, time / 5, 10 * time}) {
            String wrong = again(eval, query, Steps.instant(other), 0);
            if (wrong != null) {
                return "as " + query + " at " + other + " ms: " + wrong;
            }
        }
        return null;
    }

    private @Nullable String again(ScriptCommand.Eval eval, String query, Steps steps, int step) {
        try {
            ScriptResult result = engine.query(store, query, steps);
            boolean ordered = steps.count() == 1 && eval.expectations().ordered();
            return new ResultCheck(eval, result).instant(step, ordered);
        } catch (RuntimeException e) {
            return "failed: " + message(e);
        }
    }
}
