package io.dawsos.portfolio.simulator;

/** What one provider answers while all is well. */
interface ProviderPages {

    /** A key that is missing or a path that is not known is answered as the provider does. */
    Page answer(Call call);
}
