package io.dawsos.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** Options of a command line: {@code --name value} and nothing else. */
public final class Arguments {

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> defaults;

    private Arguments(Map<String, String> defaults) {
        this.defaults = defaults;
    }

    /**
     * @param defaults what each option is when not given, by its name; there are no others
     * @throws IllegalArgumentException naming the option, what was wanted and what came
     */
    public static Arguments parse(String[] args, Map<String, String> defaults) {
        Arguments parsed = new Arguments(defaults);
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : args[i];
            if (!args[i].startsWith("--") || !defaults.containsKey(name)) {
                throw new IllegalArgumentException("wanted one of --"
                        + String.join(
                                ", --", defaults.keySet().stream().sorted().toList()) + ", got " + args[i]);
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + ": wanted a value after it, got none");
            }
            parsed.values.put(name, args[i + 1]);
        }
        return parsed;
    }

    public String text(String name) {
        String value = values.getOrDefault(name, defaults.get(name));
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("--" + name + ": wanted a value, got none");
        }
        return value;
    }

    public int number(String name) {
        String text = text(name);
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("--" + name + ": wanted a number, got \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }
}
