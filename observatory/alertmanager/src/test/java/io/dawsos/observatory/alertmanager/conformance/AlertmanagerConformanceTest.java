package io.dawsos.observatory.alertmanager.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.Amtool;
import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.config.ConfigException;
import io.dawsos.telemetry.testing.ConformanceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Configurations of others are judged as their names and contents say, and as amtool judges them where it is new enough
 * for what they hold.
 */
class AlertmanagerConformanceTest {
    /** What the names of files say that must be refused. */
    private static final Pattern BAD = Pattern.compile(
            "conf\\.(bad.*|.*-both-.*|.*\\.both-.*|.*-no-(api|token|webhook|route|bot|team).*|nil-.*|.*invalid.*|.*-old-team|slack-update-message-and-webhook.*)\\.yml");

    /** What amtool says of keys that came after its version. */
    private static final Pattern TOO_NEW = Pattern.compile("field \\S+ not found in type|missing bot_token on");

    @Test
    void alertmanager_everyFile_isJudgedAsItsNameSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path file : ConformanceFiles.files("alertmanager", ".yml")) {
            String error = judge(file);
            boolean bad = BAD.matcher(String.valueOf(file.getFileName())).matches();
            String amtool = amtool(file, error.isEmpty());
            System.out.println("alertmanager/" + file.getFileName() + ": " + (error.isEmpty() ? "good" : "bad")
                    + (bad == !error.isEmpty() ? ", as it should" : ", WRONG") + amtool
                    + (error.isEmpty() ? "" : " (" + error.substring(error.lastIndexOf('/') + 1) + ")"));
            if (bad == error.isEmpty() || amtool.contains("DISAGREES")) {
                wrong.add(file.getFileName() + ": " + error + amtool);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String judge(Path file) throws IOException {
        try {
            AlertmanagerConfig.read(file);
            return "";
        } catch (ConfigException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String amtool(Path file, boolean good) throws IOException, InterruptedException {
        if (!Amtool.isInstalled()) {
            return "; amtool is not installed";
        }
        Amtool.Result result = Amtool.run("check-config", file.toString());
        if (result.code() != 0
                && TOO_NEW.matcher(result.output()).find()
                && !result.output().contains("type []")) {
            return "; amtool is too old for it";
        }
        return (result.code() == 0) == good ? "; amtool agrees" : "; amtool DISAGREES: " + result.output();
    }
}
