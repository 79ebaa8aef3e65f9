package io.dawsos.observatory.server.cli;

import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.rules.RuleDialect;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What commands on rule files let them say. */
final class RuleFileOptions {
    @Option(names = "--ignore-unknown-fields", description = "Lets rule files have fields that are not of the format.")
    private boolean ignoreUnknownFields;

    @Option(
            names = "--enable-feature",
            split = ",",
            paramLabel = "FEATURE",
            description = "Experimental parts of PromQL to turn on, by commas.")
    private List<String> features = List.of();

    boolean ignoreUnknownFields() {
        return ignoreUnknownFields;
    }

    RuleDialect dialect(CommandSpec command) {
        return new RuleDialect(RuleDialect.STABLE.names(), features(command), ignoreUnknownFields);
    }

    Set<Feature> features(CommandSpec command) {
        Set<Feature> on = EnumSet.noneOf(Feature.class);
        features.forEach(name -> on.add(feature(name, command)));
        return on;
    }

    private static Feature feature(String name, CommandSpec command) {
        return Arrays.stream(Feature.values())
                .filter(feature -> feature.flag().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "--enable-feature: there is no \"" + name + "\"; there are "
                                + Arrays.stream(Feature.values())
                                        .map(Feature::flag)
                                        .collect(Collectors.joining(", "))));
    }

    static CommandSpec required(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the command's specification before it calls");
        }
        return spec;
    }
}
