package io.dawsos.observatory.ingest.remote;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A version of what remote write sends, by the name of its message. */
public enum RemoteWriteMessage {
    V1("prometheus.WriteRequest", "application/x-protobuf", "0.1.0"),
    V2("io.prometheus.write.v2.Request", "application/x-protobuf;proto=io.prometheus.write.v2.Request", "2.0.0");

    private static final String MEDIA_TYPE = "application/x-protobuf";
    private static final String PARAMETER = "proto=";

    private final String protobufName;
    private final String contentType;
    private final String version;

    RemoteWriteMessage(String protobufName, String contentType, String version) {
        this.protobufName = protobufName;
        this.contentType = contentType;
        this.version = version;
    }

    /** As {@code protobuf_message} names it. */
    public String protobufName() {
        return protobufName;
    }

    String contentType() {
        return contentType;
    }

    String version() {
        return version;
    }

    /** The message of this name; null when there is none. */
    public static @Nullable RemoteWriteMessage named(String protobufName) {
        for (RemoteWriteMessage message : values()) {
            if (message.protobufName.equals(protobufName)) {
                return message;
            }
        }
        return null;
    }

    /** What a content type announces; null when it is neither version. A missing one is the first. */
    static @Nullable RemoteWriteMessage of(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return V1;
        }
        String[] parts = contentType.split(";", -1);
        if (!parts[0].strip().toLowerCase(Locale.ROOT).equals(MEDIA_TYPE)) {
            return null;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.toLowerCase(Locale.ROOT).startsWith(PARAMETER)) {
                return named(parameter.substring(PARAMETER.length()).replace("\"", ""));
            }
        }
        return V1;
    }
}
