package io.dawsos.observatory.server;

import picocli.CommandLine.IVersionProvider;

/** Which version of the program this is, from its jar. */
public final class Version implements IVersionProvider {
    /** Such as {@code 0.1.0}; {@code dev} when it runs from classes. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"DawsOS observatory " + text()};
    }
}
