package io.dawsos.observatory.promql.script;

import java.util.List;

/** What came of a script: one case for each {@code eval}. */
public record ScriptReport(String name, List<Case> cases) {

    /** @param problem what is wrong; empty when the case passed */
    public record Case(int line, String query, String problem) {
        public boolean passed() {
            return problem.isEmpty();
        }
    }

    public ScriptReport {
        cases = List.copyOf(cases);
    }

    public List<Case> failed() {
        return cases.stream().filter(one -> !one.passed()).toList();
    }

    /** One line: {@code functions.test: 270 passed, 0 failed, 270 in all}. */
    public String summary() {
        int failed = failed().size();
        return name + ": " + (cases.size() - failed) + " passed, " + failed + " failed, " + cases.size() + " in all";
    }
}
