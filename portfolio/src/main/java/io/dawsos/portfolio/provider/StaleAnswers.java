package io.dawsos.portfolio.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The last answers of one provider, a bounded number, to stand in for one that does not come. */
final class StaleAnswers {

    private static final int MOST = 64;

    private record Kept(Object value, Instant at) {}

    private final String provider;
    private final Cache<Question.Key, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    StaleAnswers(String provider) {
        this.provider = provider;
    }

    <T> void keep(Question<T> question, Answer<T> answer) {
        kept.put(question.key(), new Kept(answer.value(), answer.at()));
    }

    /** An answer to the same question that is not too old. */
    @SuppressWarnings("unchecked") // what is kept under a question's key came from that question's reader
    <T> Optional<Answer<T>> find(Question<T> question, Instant now) {
        return Optional.ofNullable(kept.getIfPresent(question.key()))
                .filter(one -> Duration.between(one.at, now).compareTo(question.goodFor()) <= 0)
                .map(one -> new Answer<>((T) one.value, one.at, true, provider));
    }
}
