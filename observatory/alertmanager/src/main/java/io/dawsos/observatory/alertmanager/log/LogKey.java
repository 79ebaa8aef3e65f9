package io.dawsos.observatory.alertmanager.log;

/**
 * Who was told of which group.
 *
 * @param groupKey as Alertmanager writes it
 * @param receiver its name in the configuration
 * @param integration its kind
 * @param index which of the receiver's integrations of this kind
 */
public record LogKey(String groupKey, String receiver, String integration, int index) {}
