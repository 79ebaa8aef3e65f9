package io.dawsos.portfolio.alert;

/** One way of telling. Called on a virtual thread that is interrupted when it takes too long. */
interface Sender {

    /** Returns when the receiver has it. */
    void send(Claimed delivery) throws DeliveryFailure;
}
