package io.dawsos.observatory.alertmanager.notify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which messages about which groups can still be changed. In memory only: after a restart a new message is sent. Of more
 * than {@value MOST} groups the one that was not heard of for the longest time is forgotten.
 */
final class SlackMessages {
    static final int MOST = 10_000;

    private final Map<String, Said> byGroup = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Said> eldest) {
            return size() > MOST;
        }
    };

    /** By what Slack knows a message. */
    record Said(String channel, String timestamp) {}

    synchronized @Nullable Said about(String group) {
        return byGroup.get(group);
    }

    synchronized void remember(String group, Said said) {
        byGroup.put(group, said);
    }

    synchronized void forget(String group) {
        byGroup.remove(group);
    }
}
