package io.dawsos.observatory.alertmanager.stage;

/** Why a stage stopped a notification. */
public enum StopReason {
    /** Other alerts fire that keep these quiet. */
    INHIBITION("inhibition", true),
    /** Silences keep them quiet. */
    SILENCE("silence", true),
    /** A mute time interval of the route contains the time. */
    MUTE_TIME("mute_time_interval", true),
    /** No active time interval of the route contains the time. */
    NOT_ACTIVE_TIME("active_time_interval", true),
    /** The receiver knows all this, and it is not yet time to repeat it. */
    NOTHING_NEW("nothing_new", true),
    /** After a restart: what may keep these alerts quiet is perhaps not known again yet; they are held. */
    SETTLING("settling", true),
    /** Earlier notifications of this group are still on their way to the same integration. */
    EARLIER_UNDER_WAY("earlier_under_way", false),
    /** It could not be delivered before the deadline, or never can be. */
    FAILED("failed", false),
    /** The configuration was loaded anew, or the program ends; whoever comes next goes on. */
    CUT_OFF("cut_off", false);

    private final String text;
    private final boolean settled;

    StopReason(String text, boolean settled) {
        this.text = text;
        this.settled = settled;
    }

    /** For metrics and logs. */
    public String text() {
        return text;
    }

    /** Whether all is said about the alerts that have ended and are not held, so that they can be forgotten. */
    public boolean isSettled() {
        return settled;
    }
}
